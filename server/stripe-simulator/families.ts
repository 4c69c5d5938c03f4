import { browserFamily } from './browser/family.js';
import { catalogueFamily } from './catalogue/family.js';
import { customersFamily } from './customers/family.js';
import { eventsFamily } from './events/family.js';
import { invoiceItemsFamily } from './invoiceItems/family.js';
import { invoicesFamily } from './invoices/family.js';
import type { MakeFamily } from './kernel/kernel.js';
import { paymentsFamily } from './payments/family.js';
import { previewsFamily } from './previews/family.js';
import { subscriptionsFamily } from './subscriptions/family.js';

/** All that the simulator knows. Each family stands in a folder of its own. */
export const FAMILIES: readonly MakeFamily[] = [
  eventsFamily,
  catalogueFamily,
  customersFamily,
  paymentsFamily,
  subscriptionsFamily,
  previewsFamily,
  invoicesFamily,
  invoiceItemsFamily,
  browserFamily,
];
