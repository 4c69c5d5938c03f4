import type { Billing, Plan } from '../../contract/index.js';
import type { Format, Translate } from '../../i18n/index.js';
import type { confirmPlanMessages } from './confirm.messages.js';
import type { Offer } from './offers.js';
import type { planPickerMessages } from './PlanPicker.messages.js';

/** What the picker is said with. */
export interface PickerWords {
  readonly t: Translate<(typeof planPickerMessages)['messages']>;
  readonly format: Format;
}

/** The words of the confirming screen. */
export type ConfirmWords = Translate<(typeof confirmPlanMessages)['messages']>;

/** What a plan's button leads to. */
export interface PickerActions {
  /** Shows what a plan costs, to confirm it. */
  onChoose: (offer: Offer) => void;
  /** Shows what going back to the free plan means. Absent where that is nothing new. */
  onCancelPlan?: (() => void) | undefined;
  /** Changes the seats of a prepaid plan. Absent where the plan has none. */
  onChangeSeats?: (() => void) | undefined;
}

/** What the picker compares. */
export interface PickerData {
  readonly plans: readonly Plan[];
  readonly billing: Billing;
}
