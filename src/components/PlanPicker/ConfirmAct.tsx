import type { Billing, BillingPreview, Plan } from '../../contract/index.js';
import type { Format } from '../../i18n/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { Button } from '../../ui/index.js';
import { BrandMark } from '../parts/BrandMark.js';
import { methodMessages } from '../parts/method.messages.js';
import { methodName } from '../parts/method.js';
import { PayingButton } from '../parts/PayingButton.js';
import { Fact } from './ConfirmFacts.js';
import { confirmLabel } from './confirmWords.js';
import type { ConfirmWords } from './types.js';

export interface ConfirmActProps {
  plan: Plan;
  billing: Billing;
  preview: BillingPreview;
  isPending: boolean;
  /** Whether what is shown is about to be replaced. */
  isRecalculating: boolean;
  onConfirm: () => void;
  onAddMethod: () => void;
  onBack: () => void;
  t: ConfirmWords;
  format: Format;
}

/** With what it is paid: beside the button that does, and in reach of the thumb together with it. */
function PaidWith({ billing, isPending, onAddMethod, t }: ConfirmActProps) {
  const tMethod = useMessages(methodMessages);
  const method = billing.paymentMethods.find(({ isDefault }) => isDefault);
  return (
    <dl className="gh-confirm-facts gh-confirm-paid">
      <Fact name={t('paidWith')}>
        {method ? <BrandMark method={method} /> : null}
        {method ? methodName(method, tMethod) : t('nothingToPayWith')}
        {method ? (
          <Button
            variant="ghost"
            className="gh-confirm-other"
            aria-disabled={isPending || undefined}
            onClick={isPending ? undefined : onAddMethod}
          >
            {t('useAnother')}
          </Button>
        ) : null}
      </Fact>
    </dl>
  );
}

/** What a plan is paid with, how to go back, and the button that does it. */
export function ConfirmAct(props: ConfirmActProps) {
  const { plan, billing, preview, isPending, isRecalculating, onBack, t, format } = props;
  const needsMethod = preview.needsPaymentMethod;
  const isUp = preview.takesEffect === 'now';
  return (
    <>
      <p className="gh-confirm-rule">{needsMethod ? t('addFirst') : t(isUp ? 'goingUp' : 'goingDown')}</p>
      <footer className="gh-confirm-act">
        <PaidWith {...props} />
        <div className="gh-confirm-buttons">
          <Button variant="ghost" onClick={onBack}>
            {t('backButton')}
          </Button>
          <PayingButton
            amount={preview.now?.due}
            isPaying={isPending}
            isWaiting={isRecalculating}
            onClick={needsMethod ? props.onAddMethod : props.onConfirm}
          >
            {needsMethod ? t('addMethod') : confirmLabel({ plan, billing, preview, t, format })}
          </PayingButton>
        </div>
      </footer>
    </>
  );
}
