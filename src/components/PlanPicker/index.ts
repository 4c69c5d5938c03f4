export { PlanPicker } from './PlanPicker.js';
export type { PlanPickerProps } from './PlanPicker.js';
export type { ChangeOutcome } from './usePlanChange.js';
export { PlanPickerView } from './PlanPicker.view.js';
export type { PlanPickerViewProps } from './PlanPicker.view.js';
export { planPickerMessages } from './PlanPicker.messages.js';
export { confirmPlanMessages } from './confirm.messages.js';
