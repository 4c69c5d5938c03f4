import type { ReactNode } from 'react';
import type { Billing, Member, Plan } from '../../contract/index.js';
import { Avatar } from '../../ui/index.js';
import type { ConfirmWords } from './types.js';

export interface ConfirmFactsProps {
  plan: Plan;
  billing: Billing;
  /** Whom receipts go to. */
  readers: readonly Member[];
  t: ConfirmWords;
}

/** One line of what is worth knowing before it is confirmed. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="gh-confirm-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who reads the receipt, and what opens up. Nothing where there is neither. */
export function ConfirmFacts({ plan, billing, readers, t }: ConfirmFactsProps) {
  const before = new Set(billing.plan?.features.map(({ name, value }) => `${name} ${value}`));
  const opens = plan.features.filter(({ name, value }) => !before.has(`${name} ${value}`));
  const hasReaders = readers.length > 0 || billing.details.email !== null;
  if (!hasReaders && opens.length === 0) return null;
  return (
    <dl className="gh-confirm-facts">
      {!hasReaders ? null : (
        <Fact name={t('receipt')}>
          {readers.map((member) => (
            <span key={member.id} className="gh-confirm-reader">
              <Avatar id={member.userId} name={member.name} imageUrl={member.imageUrl} size={20} />
              <bdi>{member.name}</bdi>
            </span>
          ))}
          {billing.details.email}
        </Fact>
      )}
      {opens.length === 0 ? null : (
        <Fact name={t('opensUp')}>
          {opens.map(({ name, value }) => (value === null ? name : `${name}: ${value}`)).join(', ')}
        </Fact>
      )}
    </dl>
  );
}
