import { defineMessages } from '../../i18n/index.js';

/** The words below a bill's lines, under `bill`. */
export const billMessages = defineMessages('bill', {
  paying: 'Paying {amount}',
  tax: 'Tax',
  noTax: 'None is charged',
  credit: 'Credit from earlier bills',
  creditNote: 'Used for this bill',
  kept: 'Kept as credit',
  keptNote: 'Used for later bills',
});
