import type { Money } from '../../../contract/index.js';
import type { CardBehaviour } from '../../../testing/world.js';
import type { WorkspaceRecord } from '../records.js';
import type { Store } from '../store.js';
import { currencyOf } from './account.js';
import type { Account, Charge } from './account.js';
import { moneyOf } from './bills.js';
import { addCard } from './methods.js';
import { answerBank } from './paying.js';
import { watchBilling } from './telling.js';
import { catchUp } from './time.js';

/** What Stripe.js, the bank and the host do to a backend in memory, where a story or a test does it. */
export interface MemoryBilling {
  /**
   * Confirms a setup that was begun, as Stripe.js does: its card is added, and the first one is the default.
   *
   * @throws Error where nothing was begun with this secret, or it was confirmed already
   */
  confirmSetup(clientSecret: string, behaviour?: CardBehaviour): void;
  /** Adds a card without a setup. */
  addPaymentMethod(workspaceId: string, behaviour?: CardBehaviour): void;
  /** Answers the bank's question about a payment. @throws Error where none waits for it */
  authenticate(clientSecret: string, answer: 'complete' | 'fail'): void;
  /** Puts usage on the next bill, as a host's own code does. The amount is in minor units. */
  charge(workspaceId: string, usage: { amount: number; description: string }): void;
  /** Every payment that was taken, oldest first. */
  charges(workspaceId: string): readonly (Omit<Charge, 'amount'> & { amount: Money })[];
}

function accountIn(store: Store, workspaceId: string): { workspace: WorkspaceRecord; account: Account } {
  const workspace = store.workspaces.get(workspaceId);
  if (!workspace?.account) throw new Error(`The world has no workspace ${workspaceId} that pays.`);
  return { workspace, account: workspace.account };
}

/** Makes what stands in for the world outside. */
export function createMemoryBilling(store: Store): MemoryBilling {
  return {
    confirmSetup(clientSecret, behaviour = 'good') {
      catchUp(store);
      const workspace = [...store.workspaces.values()].find(({ account }) => account?.setups.delete(clientSecret));
      if (!workspace?.account) throw new Error(`No setup was begun with ${clientSecret}.`);
      addCard(store, workspace, workspace.account, behaviour);
    },
    addPaymentMethod(workspaceId, behaviour = 'good') {
      catchUp(store);
      const { workspace, account } = accountIn(store, workspaceId);
      addCard(store, workspace, account, behaviour);
    },
    authenticate(clientSecret, answer) {
      catchUp(store);
      answerBank(store, clientSecret, answer);
    },
    charge(workspaceId, { amount, description }) {
      catchUp(store);
      const { workspace, account } = accountIn(store, workspaceId);
      const tell = watchBilling(store, workspace);
      const none = { planId: null, interval: null, quantity: null, unitAmount: null, period: null };
      const usage = { ...none, kind: 'usage', description, amount: moneyOf(amount, currencyOf(account)) } as const;
      account.pending = [...account.pending, usage];
      tell();
    },
    charges(workspaceId) {
      const { account } = accountIn(store, workspaceId);
      return account.charges.map((charge) => ({ ...charge, amount: moneyOf(charge.amount, currencyOf(account)) }));
    },
  };
}
