import type { Service } from '../../context.js';
import { newId } from '../../db/newId.js';
import { enterBilling } from './enter.js';

/** A session of its own for each opening: a link is good for one person, once, for minutes. */
export const openPortal: Service<'billing.openPortal'> =
  (context) =>
  async (actor, { workspaceId, returnPath = '/' }) => {
    const { billing } = await enterBilling(context, 'billing.openPortal', actor, workspaceId);
    const customer = await billing.withAccount(workspaceId, (account) => account.customer());
    const { url } = await billing.stripe.write(newId('op'), (sdk, once) =>
      sdk.billingPortal.sessions.create({ customer, return_url: billing.siteUrl(returnPath) }, once),
    );
    return { url };
  };
