import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { Bill, Billing } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { Button } from '../../ui/index.js';
import { billMessages } from '../parts/bill.messages.js';
import { BillLines } from '../parts/BillLines.js';
import { methodName } from '../parts/method.js';
import { Section } from '../parts/Section.js';
import type { PanelWords } from './words.js';

export interface NextBillProps {
  billing: Billing;
  words: PanelWords;
}

function whenOf(bill: Bill, { pastDue }: Billing, { t, format }: PanelWords): string {
  const date = format.day(bill.date);
  if (pastDue) return t('besides', { date, amount: format.money(pastDue.amount) });
  return t('on', { date, when: format.relativeDays(bill.date) });
}

function None({ billing, words: { t, format } }: NextBillProps) {
  const { cancellation, plan } = billing;
  const words =
    cancellation && plan ? t('noBillEnding', { plan: plan.name, date: format.day(cancellation.endsAt) }) : t('noBill');
  return <Section heading={t('nextBill')} description={words} />;
}

/** What comes next: the amount and the day first, its lines when they are asked for. */
export function NextBill({ billing, words }: NextBillProps) {
  const tBill = useMessages(billMessages);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { t, tMethod, format } = words;
  const { nextBill, paymentMethods, status } = billing;
  if (status === 'none' && nextBill === null) return null;
  if (nextBill === null) return <None billing={billing} words={words} />;
  const method = paymentMethods.find(({ isDefault }) => isDefault);
  return (
    <Section
      heading={t('nextBill')}
      actions={
        <Button
          variant="ghost"
          className="gh-billing-toggle"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'hideLines' : 'showLines')}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <p className="gh-billing-next">
        <span className="gh-amount">{format.money(nextBill.due)}</span> <span>{whenOf(nextBill, billing, words)}</span>
      </p>
      <div id={id} hidden={!isOpen}>
        <BillLines
          bill={nextBill}
          words={words.line}
          t={tBill}
          totalLabel={method ? t('chargedTo', { method: methodName(method, tMethod) }) : t('charged')}
        />
      </div>
    </Section>
  );
}
