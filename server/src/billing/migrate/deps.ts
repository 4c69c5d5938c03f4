import type { Database } from '../../db/database.js';
import type { InUnit } from '../../db/unit.js';
import type { BillingContext } from '../context.js';

/** What the billing move works with. */
export interface MoveDeps {
  readonly database: Database;
  readonly inUnit: InUnit;
  readonly clock: () => Date;
  readonly billing: BillingContext;
}
