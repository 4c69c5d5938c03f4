import { X } from 'lucide-react';
import * as Primitive from '@radix-ui/react-dialog';
import { useState } from 'react';
import type { CSSProperties, FormEvent, ReactNode, RefObject } from 'react';
import { IconButton } from './IconButton.js';
import { classNames } from './classNames.js';
import { usePortal } from './usePortal.js';

export interface DialogProps {
  onClose: () => void;
  title: ReactNode;
  /** Below the title. @default null */
  description?: ReactNode;
  /** Before the title: an avatar of 40. @default null */
  mark?: ReactNode;
  children?: ReactNode;
  /** Its buttons; they stay in sight while the rest scrolls. @default null */
  footer?: ReactNode;
  /** Pixels at most, where there is room. @default 600 */
  width?: number | undefined;
  /** Names the cross in the corner of the sheet. Without it there is no cross, and a button must close. */
  closeLabel?: string | undefined;
  /** What has the focus at first. @default what can have it first */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Where the focus goes after; asked when it has closed. @default where it came from */
  returnFocus?: (() => HTMLElement | null) | undefined;
  /** A question that needs an answer: pressing beside it does not close it. @default 'dialog' */
  role?: 'dialog' | 'alertdialog' | undefined;
  /** For a dialog that is a form: submitted by Enter and by its submit button. */
  onSubmit?: (() => void) | undefined;
  className?: string | undefined;
}

/** Where Radix would give the focus, unless there is a better place: it knows a trigger of its own alone. */
function giveFocus(event: Event, target: Element | null | undefined) {
  if (!(target instanceof HTMLElement) || !target.isConnected) return;
  event.preventDefault();
  target.focus();
}

/** What the browser would do with a form, the dialog does. */
const formOf = (onSubmit: () => void) => ({
  noValidate: true,
  onSubmit: (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  },
});

type FrameProps = Pick<
  DialogProps,
  'title' | 'description' | 'mark' | 'children' | 'footer' | 'closeLabel' | 'onClose' | 'onSubmit'
>;

/** Head, body and foot. */
function DialogFrame({ title, description, mark, children, footer, closeLabel, onClose, onSubmit }: FrameProps) {
  const Frame = onSubmit ? 'form' : 'div';
  return (
    <Frame className="gh-dialog-frame" {...(onSubmit ? formOf(onSubmit) : {})}>
      <header className="gh-dialog-header">
        {mark}
        <div className="gh-dialog-heading">
          <Primitive.Title className="gh-dialog-title">{title}</Primitive.Title>
          {description ? (
            <Primitive.Description className="gh-dialog-description">{description}</Primitive.Description>
          ) : null}
        </div>
        {closeLabel === undefined ? null : (
          <IconButton className="gh-dialog-close" label={closeLabel} onClick={onClose}>
            <X aria-hidden="true" />
          </IconButton>
        )}
      </header>
      {children ? <div className="gh-dialog-body">{children}</div> : null}
      {footer ? <footer className="gh-dialog-footer">{footer}</footer> : null}
    </Frame>
  );
}

function OpenDialog({ place, ...props }: DialogProps & { place: Element }) {
  const { onClose, width = 600, role = 'dialog' } = props;
  const { container, theme, ...written } = usePortal(place);
  const [opener] = useState(() => document.activeElement);
  return (
    <Primitive.Root open onOpenChange={onClose}>
      <Primitive.Portal container={container}>
        <Primitive.Overlay {...theme} {...written} className={classNames('gh-dialog-overlay', theme.className)}>
          <Primitive.Content
            role={role}
            className={classNames('gh-dialog', props.className)}
            style={{ ['--gh-dialog-width' as string]: `${width}px` } satisfies CSSProperties}
            {...(props.description ? {} : { 'aria-describedby': undefined })}
            onOpenAutoFocus={(event) => giveFocus(event, props.initialFocus?.current)}
            onCloseAutoFocus={(event) => giveFocus(event, props.returnFocus?.() ?? opener)}
            onInteractOutside={(event) => {
              if (role === 'alertdialog') event.preventDefault();
            }}
          >
            <DialogFrame {...props} />
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/**
 * A dialog: in the middle, or a sheet from the bottom where it is narrow. Mount it to open it.
 *
 * @example {isOpen && <Dialog title={t('title')} onClose={close} footer={<Button>…</Button>}>…</Dialog>}
 */
export function Dialog(props: DialogProps) {
  const [place, setPlace] = useState<Element | null>(null);
  return (
    <>
      <span ref={setPlace} hidden />
      {place ? <OpenDialog {...props} place={place} /> : null}
    </>
  );
}
