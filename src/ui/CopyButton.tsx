import { useEffect, useState } from 'react';
import { Button } from './Button.js';
import type { ButtonProps } from './Button.js';
import { copyText } from './copyText.js';

export interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'onCopy' | 'value'> {
  /** What goes to the clipboard; a function is asked when the button is pressed, and may take its time. */
  value: string | (() => string | Promise<string>);
  /** What the button says for two seconds after; assistive technology hears it. */
  copiedLabel: string;
  /** Told when the clipboard, or `value`, refuses. */
  onFailure?: ((error: unknown) => void) | undefined;
}

/**
 * Copies a text and says so.
 *
 * @example <CopyButton value={url} copiedLabel={t('copied')}>{t('copyLink')}</CopyButton>
 */
export function CopyButton({ value, copiedLabel, onFailure, children, ...props }: CopyButtonProps) {
  const [phase, setPhase] = useState<'idle' | 'pending' | 'copied'>('idle');
  useEffect(() => {
    if (phase !== 'copied') return;
    const timer = setTimeout(() => setPhase('idle'), 2000);
    return () => clearTimeout(timer);
  }, [phase]);
  const copy = async () => {
    setPhase('pending');
    try {
      await copyText(typeof value === 'string' ? value : Promise.resolve(value()));
      setPhase('copied');
    } catch (error) {
      setPhase('idle');
      onFailure?.(error);
    }
  };
  const isCopied = phase === 'copied';
  return (
    <>
      <Button {...props} pending={phase === 'pending'} onClick={() => void copy()}>
        {isCopied ? copiedLabel : children}
      </Button>
      <span role="status" className="gh-visually-hidden">
        {isCopied ? copiedLabel : ''}
      </span>
    </>
  );
}
