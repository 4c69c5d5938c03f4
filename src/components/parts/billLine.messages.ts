import { defineMessages } from '../../i18n/index.js';

/** The words of what stands on bills and invoices, under `billLine`. */
export const billLineMessages = defineMessages('billLine', {
  seats: { one: '{plan}, {count} seat × {price}', other: '{plan}, {count} seats × {price}' },
  flat: '{plan}, {price}',
  unused: 'Unused {plan} time',
  unusedOther: 'Unused time',
  paidAlready: '{from} to {to}, already paid',
  rest: '{from} to {to}, the rest of this period',
  period: '{from} to {to}',
  forSeats: { one: '{plan}, {count} seat', other: '{plan}, {count} seats' },
  forSeatsFrom: { one: '{plan}, {count} seat from {from}', other: '{plan}, {count} seats from {from}' },
  forPlanFrom: '{plan} from {from}',
});
