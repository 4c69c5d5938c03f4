import { describe } from 'vitest';
import type { Subject } from '../stage.js';
import { describeCatalogue } from './catalogue.suite.js';
import { describeChanges } from './changes.suite.js';
import { describeBanks } from './declines.suite.js';
import { describeDetails } from './details.suite.js';
import { describeEnding } from './ending.suite.js';
import { describeInvoices } from './invoices.suite.js';
import { describeMethods } from './methods.suite.js';
import { describePastDue } from './pastDue.suite.js';
import { describeQuotes } from './quotes.suite.js';
import { describeReach } from './reach.suite.js';
import { describeSeats } from './seats.suite.js';
import { describeTrials } from './trial.suite.js';

/** How a workspace is paid. An adapter without billing has nothing of this. */
export function describeBilling(subject: Subject): void {
  if (subject.without.includes('billing.get')) return;
  describe('paying', () => {
    describeCatalogue(subject);
    describeChanges(subject);
    describeQuotes(subject);
    describeSeats(subject);
    describeTrials(subject);
    describeEnding(subject);
    describeMethods(subject);
    describeBanks(subject);
    describePastDue(subject);
    describeInvoices(subject);
    describeDetails(subject);
    describeReach(subject);
  });
}
