import type { ReactNode } from 'react';
import type { Billing, Member, Plan } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { Avatar, Button } from '../../ui/index.js';
import { BrandMark } from '../parts/BrandMark.js';
import { methodMessages } from '../parts/method.messages.js';
import { methodName } from '../parts/method.js';
import type { ConfirmWords } from './types.js';

export interface ConfirmFactsProps {
  plan: Plan;
  billing: Billing;
  /** Whom receipts go to. */
  readers: readonly Member[];
  onAddMethod: () => void;
  t: ConfirmWords;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="gh-confirm-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What a plan is paid with, who reads the receipt, and what opens up. */
export function ConfirmFacts({ plan, billing, readers, onAddMethod, t }: ConfirmFactsProps) {
  const tMethod = useMessages(methodMessages);
  const method = billing.paymentMethods.find(({ isDefault }) => isDefault);
  const before = new Set(billing.plan?.features.map(({ name, value }) => `${name} ${value}`));
  const opens = plan.features.filter(({ name, value }) => !before.has(`${name} ${value}`));
  return (
    <dl className="gh-confirm-facts">
      <Fact name={t('paidWith')}>
        {method ? <BrandMark method={method} /> : null}
        {method ? methodName(method, tMethod) : t('nothingToPayWith')}
        {method ? (
          <Button variant="ghost" className="gh-confirm-other" onClick={onAddMethod}>
            {t('useAnother')}
          </Button>
        ) : null}
      </Fact>
      {readers.length === 0 && billing.details.email === null ? null : (
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
