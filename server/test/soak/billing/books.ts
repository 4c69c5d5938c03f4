import type { Stripe } from 'stripe';

/** What was billed, with what is owed from before, which Stripe does not count as part of a total. In minor units. */
export const totalOf = (invoice: Stripe.Invoice | undefined): number | undefined =>
  invoice && invoice.total + Math.max(0, invoice.starting_balance);

/** What Stripe holds of a workspace, read without any code of the server's. */
export class Books {
  constructor(
    private readonly stripe: Stripe,
    private readonly workspaceId: string,
  ) {}

  async customer(): Promise<string> {
    const { data } = await this.stripe.customers.list({ limit: 100 });
    return data.find(({ metadata }) => metadata['workspace_id'] === this.workspaceId)?.id ?? '';
  }

  async addCard(): Promise<void> {
    await this.stripe.paymentMethods.attach('pm_card_visa', { customer: await this.customer() });
  }

  async newest(): Promise<Stripe.Invoice | undefined> {
    const customer = await this.customer();
    return (await this.stripe.invoices.list({ customer, limit: 1 })).data[0];
  }

  /** The bill that began a period then, in unix seconds: the newest may be of the one after it. */
  async begunAt(seconds: number): Promise<Stripe.Invoice | undefined> {
    const customer = await this.customer();
    // A change in the same second comes after it.
    return (await this.stripe.invoices.list({ customer, created: seconds })).data.at(-1);
  }

  /** Whether a bill is not charged yet: it takes of the customer's credit when it is. */
  async hasDraft(): Promise<boolean> {
    const customer = await this.customer();
    return (await this.stripe.invoices.list({ customer, status: 'draft', limit: 1 })).data.length > 0;
  }
}
