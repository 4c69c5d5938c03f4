import { Heading, IconButton } from '@radix-ui/themes';
import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTitle } from './useTitle.js';

interface PageHeaderProps {
  title: string | undefined;
  /** Opens the dialog that renames it. @default cannot be renamed by this person */
  onRename?: (() => void) | undefined;
  children?: ReactNode;
}

/** The bar above a page: what it is, and who made it. */
export function PageHeader({ title, onRename, children }: PageHeaderProps) {
  useTitle(title);
  return (
    <header className="page-header">
      <Heading as="h1" size="2" weight="medium" className="cut">
        <bdi>{title}</bdi>
      </Heading>
      {onRename ? (
        <IconButton type="button" size="1" variant="ghost" color="gray" aria-label="Rename" onClick={onRename}>
          <Pencil size={14} aria-hidden />
        </IconButton>
      ) : null}
      {children}
    </header>
  );
}
