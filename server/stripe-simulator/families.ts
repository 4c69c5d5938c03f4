import { browserFamily } from './browser/family.js';
import { catalogueFamily } from './catalogue/family.js';
import { cliFamily } from './cli/family.js';
import { clocksFamily } from './clocks/family.js';
import { customersFamily } from './customers/family.js';
import { deliveryFamily } from './delivery/family.js';
import { eventsFamily } from './events/family.js';
import { invoiceItemsFamily } from './invoiceItems/family.js';
import { invoicesFamily } from './invoices/family.js';
import type { MakeFamily } from './kernel/kernel.js';
import { paymentsFamily } from './payments/family.js';
import { previewsFamily } from './previews/family.js';
import { schedulesFamily } from './schedules/family.js';
import { subscriptionsFamily } from './subscriptions/family.js';

/** All that the simulator knows. Each family stands in a folder of its own. */
export const FAMILIES: readonly MakeFamily[] = [
  eventsFamily,
  clocksFamily,
  catalogueFamily,
  customersFamily,
  paymentsFamily,
  // A phase that begins at a renewal comes before it: what is due at one time happens in this order.
  schedulesFamily,
  subscriptionsFamily,
  previewsFamily,
  invoicesFamily,
  invoiceItemsFamily,
  browserFamily,
  deliveryFamily,
  cliFamily,
];
