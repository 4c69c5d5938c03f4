import type { ClipboardEvent, KeyboardEvent, ReactNode, RefObject } from 'react';
import type { Role } from '../../contract/index.js';
import { isEmailAddress, normaliseEmail } from '../../contract/index.js';
import { SelectField, TextField } from '../../ui/index.js';
import { roleOptions } from '../parts/role.messages.js';
import type { Speech } from './useInviteWords.js';

/** What ends an address while one types: also in the full-width forms of East Asian keyboards. */
const SEPARATOR = /[,;\n\t、；，]/;

interface AddressFieldProps {
  input: RefObject<HTMLInputElement | null>;
  speech: Speech;
  text: string;
  role: Role;
  /** Those to choose from; none while they are not known. */
  roles: readonly Role[];
  /** Whether it stands below addresses already. */
  isMore: boolean;
  /** What is wrong with the address that is being edited. */
  problem: ReactNode;
  hint: ReactNode;
  disabled: boolean;
  onType: (text: string) => void;
  onAdd: (text: string) => void;
  onRole: (role: Role) => void;
  /** Backspace where there is nothing to delete. */
  onEditLast: () => void;
  /** The arrow down, to the list below. */
  onDown: () => void;
}

/** Whether a text that is being typed has come to its end: not within a quoted name. */
const isEnded = (text: string): boolean => SEPARATOR.test(text) && (text.split('"').length - 1) % 2 === 0;

/** Takes addresses by typing and by pasting, and the role that they get. */
export function AddressField(props: AddressFieldProps) {
  const { input, speech, text, role, roles, isMore, problem, hint, disabled, onType, onAdd, ...rest } = props;
  const { t } = speech;
  const type = (value: string) => {
    const isAddressAndSpace = /\s$/.test(value) && isEmailAddress(normaliseEmail(value));
    if (isEnded(value) || isAddressAndSpace) onAdd(value);
    else onType(value);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData('text/plain');
    const whole = value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length);
    // A line field would lose the lines of what is pasted, so a list is taken over before it arrives.
    const isList = SEPARATOR.test(pasted.trim()) || (pasted.includes('@') && /\s/.test(pasted.trim()));
    if (!isList && !isEmailAddress(normaliseEmail(whole))) return;
    event.preventDefault();
    onAdd(whole);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      // Enter after a paste is a habit, and mail cannot be called back: it leads to the button, and only that sends.
      event.preventDefault();
      if (text.trim() !== '') onAdd(text);
      else event.currentTarget.form?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
    } else if (event.key === 'Backspace' && text === '') {
      event.preventDefault();
      rest.onEditLast();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      rest.onDown();
    }
  };
  return (
    <div className="gh-invite-entry">
      <TextField
        ref={input}
        label={t('addresses')}
        hidesLabel
        placeholder={t(isMore ? 'placeholder' : 'firstPlaceholder')}
        value={text}
        hint={hint}
        problem={problem}
        readOnly={disabled}
        dir={text === '' ? undefined : 'ltr'}
        type="text"
        inputMode="email"
        enterKeyHint="done"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onPaste={paste}
        onKeyDown={press}
      />
      {roles.length === 1 ? null : (
        <SelectField
          className="gh-invite-next-role"
          label={t('nextRole')}
          value={role}
          shown={t(`as_${role}`)}
          options={roleOptions(roles.length === 0 ? [role] : roles, speech.roles)}
          onChange={rest.onRole}
        />
      )}
    </div>
  );
}
