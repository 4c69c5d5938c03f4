import { IconButton } from '@radix-ui/themes';
import { ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';

interface ComposerProps {
  /** What it is for, also to those who cannot see it. */
  label: string;
  /** What stands in it at first. @default nothing */
  initial?: string | undefined;
  isBusy: boolean;
  onSend(text: string): void;
}

/** Where one writes to the assistant. Enter sends, Shift and Enter begin a line. */
export function Composer({ label, initial = '', isBusy, onSend }: ComposerProps) {
  const [text, setText] = useState(initial);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (isBusy || text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="composer" onSubmit={send}>
      <textarea
        aria-label={label}
        placeholder={label}
        rows={2}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <IconButton type="submit" radius="full" aria-label="Send" disabled={isBusy || text.trim() === ''}>
        <ArrowUp size={18} aria-hidden />
      </IconButton>
    </form>
  );
}
