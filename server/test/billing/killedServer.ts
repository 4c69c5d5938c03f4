/** A server process of a test that kills it: it is told of its database and of its Stripe, and tells its port. */
import { openDatabase } from '../../src/db/open.js';
import { PLANS, SECRET_KEY, WEBHOOK_SECRET } from '../support/billingStage.js';
import { runGuildhall } from '../support/httpHarness.js';

const [, , url = '', apiBase = '', now = ''] = process.argv;
const keys = { secretKey: SECRET_KEY, publishableKey: 'pk_test_simulator', webhookSecret: WEBHOOK_SECRET };
const { baseUrl } = await runGuildhall({
  database: await openDatabase({ kind: 'postgres', url, poolSize: 10 }),
  clock: () => new Date(now),
  billing: { plans: PLANS, stripe: { ...keys, apiBase } },
  authenticate: (request) => {
    const userId = request.get('x-user') ?? '';
    return { userId, email: `${userId}@crowd.example`, emailVerified: true, name: userId };
  },
});
process.send?.(baseUrl);
// Whoever started this is done with it, or gone.
process.once('disconnect', () => process.exit(0));
