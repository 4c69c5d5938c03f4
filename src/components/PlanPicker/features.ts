import type { Plan } from '../../contract/index.js';
import type { PickerWords } from './types.js';

/** One line of the comparison: what each plan has of something. */
export interface FeatureRow {
  readonly name: string;
  /** In words; true where it simply has it, false where it has not. */
  readonly of: (plan: Plan) => string | boolean;
}

function membersOf(plan: Plan, { t, format }: PickerWords): string {
  if (plan.memberLimit !== null) return t('upTo', { limit: format.number(plan.memberLimit) });
  return t(plan.seats === 'prepaid' ? 'seatsYouBuy' : 'noLimit');
}

/** What plans differ in: members first, then the host's features in the order in which plans name them. */
export function featureRows(plans: readonly Plan[], words: PickerWords): FeatureRow[] {
  const names = new Set(plans.flatMap(({ features }) => features.map(({ name }) => name)));
  const valueOf = (plan: Plan, name: string) => {
    const feature = plan.features.find((one) => one.name === name);
    return feature?.value ?? feature !== undefined;
  };
  return [
    { name: words.t('members'), of: (plan) => membersOf(plan, words) },
    ...[...names].map((name) => ({ name, of: (plan: Plan) => valueOf(plan, name) })),
  ];
}
