import { Ellipsis } from 'lucide-react';
import type { PaymentMethod } from '../../contract/index.js';
import { MenuButton } from '../../ui/index.js';
import type { MenuEntry } from '../../ui/index.js';
import { BrandMark } from '../parts/BrandMark.js';
import { expiryOf, methodName, monthsLeft } from '../parts/method.js';
import { Status } from '../parts/Status.js';
import type { MethodWords } from './types.js';

export interface MethodRowProps {
  method: PaymentMethod;
  words: MethodWords;
  /** Milliseconds: what "next month" counts from. */
  now: number;
  /** Whether the payment that is past due was declined by this one. */
  isDeclined: boolean;
  /** Why it cannot be removed; null where it can. */
  keptBecause: string | null;
  onMakeDefault: () => void;
  onRemove: () => void;
}

/** The first day of a month so many months from now, to say "next month" with. */
function Expiry({ method, words, now, isDeclined }: MethodRowProps) {
  const { t, format } = words;
  const date = expiryOf(method);
  const left = monthsLeft(method, now);
  if (isDeclined) return <Status tone="error">{t('declined')}</Status>;
  if (date === null || left === null) return null;
  if (left < 0) return <Status tone="error">{t('expired', { date })}</Status>;
  if (left > 1) return <Status>{t('expires', { date })}</Status>;
  return <Status tone="warning">{t('expiresSoon', { date, when: format.relativeMonths(left) })}</Status>;
}

/** One payment method: what it is, how long it holds, what can be done with it. */
export function MethodRow(props: MethodRowProps) {
  const { method, words, keptBecause } = props;
  const { t, tMethod } = words;
  const name = methodName(method, tMethod);
  const entries = (): MenuEntry[] => [
    {
      kind: 'action',
      label: t('makeDefault'),
      reason: method.isDefault ? t('alreadyDefault') : null,
      onSelect: props.onMakeDefault,
    },
    { kind: 'action', label: t('remove'), destructive: true, reason: keptBecause, onSelect: props.onRemove },
  ];
  return (
    <li className="gh-method">
      <BrandMark method={method} />
      <span className="gh-method-name">
        <span>{name}</span>
        <small>{t(method.isDefault ? 'default' : 'spare')}</small>
      </span>
      <Expiry {...props} />
      <MenuButton label={t('actions', { method: name })} variant="ghost" className="gh-icon-button" entries={entries}>
        <Ellipsis aria-hidden="true" />
      </MenuButton>
    </li>
  );
}
