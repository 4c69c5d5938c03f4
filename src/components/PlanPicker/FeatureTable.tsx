import { Check, Minus } from 'lucide-react';
import type { Plan } from '../../contract/index.js';
import { VisuallyHidden } from '../../ui/index.js';
import { featureRows } from './features.js';
import type { PickerWords } from './types.js';

interface FeatureTableProps {
  plans: readonly Plan[];
  currentId: string | undefined;
  words: PickerWords;
}

interface ValueProps {
  value: string | boolean;
  t: PickerWords['t'];
}

/** What a plan has of something: words, or a mark. */
function Value({ value, t }: ValueProps) {
  if (typeof value === 'string') return value;
  return (
    <>
      {value ? <Check aria-hidden="true" /> : <Minus aria-hidden="true" />}
      <VisuallyHidden>{t(value ? 'included' : 'notIncluded')}</VisuallyHidden>
    </>
  );
}

/** What the plans hold, side by side. */
export function FeatureTable({ plans, currentId, words }: FeatureTableProps) {
  const { t } = words;
  return (
    <table className="gh-features" aria-label={t('features')}>
      <colgroup>
        <col className="gh-features-names" />
        {plans.map(({ id }) => (
          <col key={id} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('feature')}</th>
          {plans.map((plan) => (
            <th key={plan.id} scope="col">
              {plan.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {featureRows(plans, words).map(({ name, of }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {plans.map((plan) => (
              <td key={plan.id} data-current={plan.id === currentId ? '' : undefined}>
                <Value value={of(plan)} t={t} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PlanFeaturesProps extends FeatureTableProps {
  plan: Plan;
}

/** What one plan holds, beside what there is now: shown where there is no room for a table. */
export function PlanFeatures({ plan, plans, currentId, words }: PlanFeaturesProps) {
  const { t } = words;
  const current = plans.find(({ id }) => id === currentId);
  const said = (value: string | boolean) => (typeof value === 'string' ? value : t(value ? 'included' : 'notIncluded'));
  return (
    <dl className="gh-plan-features">
      {featureRows(plans, words).map(({ name, of }) => {
        const now = current && of(current);
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Value value={of(plan)} t={t} />
              {now === undefined || now === of(plan) ? null : <small>{t('now', { value: said(now) })}</small>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
