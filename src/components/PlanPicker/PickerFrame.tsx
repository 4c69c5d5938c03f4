import { ArrowLeft } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { useGuildhall } from '../../provider/context.js';
import { Button, classNames } from '../../ui/index.js';
import { ScreenTitle } from '../parts/ScreenTitle.js';
import type { PickerWords } from './types.js';

interface PickerFrameProps {
  t: PickerWords['t'];
  /** How many plans stand side by side. */
  plans: number;
  className?: string | undefined;
  style?: CSSProperties | undefined;
  /** Leads back to where it was opened from. Absent where it stands by itself. */
  onBack?: (() => void) | undefined;
  /** A new number whenever it took the place of another screen: its title takes the focus. @default 0 */
  focusTurn?: number | undefined;
  /** Whether the plans are on their way. @default false */
  isLoading?: boolean | undefined;
  /** At the end of the title's line. @default null */
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of the picker: its title, the way back, and what it holds. */
export function PickerFrame({ t, plans, onBack, aside = null, children, ...props }: PickerFrameProps) {
  const { direction, locale } = useGuildhall();
  return (
    <section
      className={classNames('gh-root gh-picker', props.className)}
      style={{ ...props.style, ['--gh-plans' as string]: plans }}
      dir={direction}
      lang={locale}
      aria-label={t('title')}
      aria-busy={props.isLoading ?? false}
    >
      <div>
        {onBack ? (
          <Button variant="ghost" className="gh-back" onClick={onBack}>
            <ArrowLeft aria-hidden="true" className="gh-mirrored" />
            {t('back')}
          </Button>
        ) : null}
        <header className="gh-header">
          <div>
            <ScreenTitle focusTurn={props.focusTurn ?? 0}>{t('title')}</ScreenTitle>
            <p className="gh-description">{t('description')}</p>
          </div>
          {aside}
        </header>
        {children}
      </div>
    </section>
  );
}
