import { Check } from 'lucide-react';
import { quantityOf } from '../../contract/index.js';
import type { Billing, Plan } from '../../contract/index.js';
import { Section } from '../parts/Section.js';
import { costOf } from './words.js';
import type { PanelWords } from './words.js';

export interface FreePlanProps {
  billing: Billing;
  plans: readonly Plan[];
  words: PanelWords;
}

/** How many gains are worth naming here: the picker has them all. */
const GAINS = 4;

interface Gain {
  name: string;
  value: string | null;
}

/** What is gained, people first: room for them is why a team pays. */
function gainsOf(plan: Plan | null, next: Plan, t: PanelWords['t']): Gain[] {
  const { memberLimit: room } = next;
  if (plan === null || plan.memberLimit === null || (room !== null && room <= plan.memberLimit)) return next.features;
  const name = room === null ? t('gainPeople') : t('gainPeopleUpTo', { count: room });
  return [{ name, value: t('gainPeopleNow', { plan: plan.name, count: plan.memberLimit }) }, ...next.features];
}

/** What the first paid plan would give a workspace that pays for nothing, and what it would cost it. */
export function FreePlan({ billing, plans, words: { t, format } }: FreePlanProps) {
  const next = plans.find(({ kind }) => kind !== 'free');
  const interval = next?.prices.month === null ? 'year' : 'month';
  if (billing.status !== 'none' || next === undefined) return null;
  const { members } = billing.seats;
  const quantity = quantityOf(next, members, undefined);
  const amount = format.money(costOf({ plan: next, interval, quantity }));
  const trial = billing.trialAvailable && next.trialDays > 0 ? t('wouldTrial', { count: next.trialDays }) : null;
  const cost = t(`wouldCost_${interval}`, { count: members, amount });
  return (
    <Section
      heading={t('wouldGive', { plan: next.name })}
      description={
        <>
          {cost}
          {trial === null ? null : <br />}
          {trial}
        </>
      }
    >
      <ul className="gh-gains">
        {gainsOf(billing.plan, next, t)
          .slice(0, GAINS)
          .map(({ name, value }) => (
            <li key={name}>
              <Check aria-hidden="true" />
              <span>
                {name}
                {value === null ? null : <small>{value}</small>}
              </span>
            </li>
          ))}
      </ul>
      <p className="gh-billing-note">{t('exact')}</p>
    </Section>
  );
}
