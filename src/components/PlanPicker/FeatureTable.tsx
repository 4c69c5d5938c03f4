import { Check, Minus } from 'lucide-react';
import type { Plan } from '../../contract/index.js';
import { VisuallyHidden } from '../../ui/index.js';
import type { PickerWords } from './types.js';

interface FeatureTableProps {
  plans: readonly Plan[];
  currentId: string | undefined;
  words: PickerWords;
}

/** All names of features, in the order in which plans name them. */
const namesOf = (plans: readonly Plan[]) => [
  ...new Set(plans.flatMap(({ features }) => features.map(({ name }) => name))),
];

function Cell({ plan, name, t }: { plan: Plan; name: string; t: PickerWords['t'] }) {
  const feature = plan.features.find((one) => one.name === name);
  if (feature?.value) return feature.value;
  return (
    <>
      {feature ? <Check aria-hidden="true" /> : <Minus aria-hidden="true" />}
      <VisuallyHidden>{t(feature ? 'included' : 'notIncluded')}</VisuallyHidden>
    </>
  );
}

function membersOf(plan: Plan, { t, format }: PickerWords): string {
  if (plan.memberLimit !== null) return t('upTo', { limit: format.number(plan.memberLimit) });
  return t(plan.seats === 'prepaid' ? 'seatsYouBuy' : 'noLimit');
}

/** What the plans hold, side by side. */
export function FeatureTable({ plans, currentId, words }: FeatureTableProps) {
  const { t } = words;
  const isCurrent = (plan: Plan) => (plan.id === currentId ? '' : undefined);
  return (
    <table className="gh-features" aria-label={t('features')}>
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
        <tr>
          <th scope="row">{t('members')}</th>
          {plans.map((plan) => (
            <td key={plan.id} data-current={isCurrent(plan)}>
              {membersOf(plan, words)}
            </td>
          ))}
        </tr>
        {namesOf(plans).map((name) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {plans.map((plan) => (
              <td key={plan.id} data-current={isCurrent(plan)}>
                <Cell plan={plan} name={name} t={t} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
