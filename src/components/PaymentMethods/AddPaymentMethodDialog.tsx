'use client';
import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js';
import { useState } from 'react';
import type { Billing } from '../../contract/index.js';
import { useCreateSetup, useSyncBilling, useWorkspace } from '../../hooks/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { Button, Notice, RetryNotice, VisuallyHidden } from '../../ui/index.js';
import { Dialog } from '../../ui/Dialog.js';
import { useAppearance } from '../parts/stripe/useAppearance.js';
import { useStripeJs } from '../parts/stripe/useStripeJs.js';
import { paymentMethodsMessages } from './PaymentMethods.messages.js';

export interface AddPaymentMethodDialogProps {
  workspaceId: string;
  /** Told when a payment method is there, with the account that has it, and whether the next bill is to be paid with it. */
  onAdded: (billing: Billing, isForNextBill: boolean) => void;
  /** Told when it is to go; unmount it then. */
  onClose: () => void;
  /** What the form's currency is, where that changes what it offers. @default the catalogue's */
  currency?: string | undefined;
  /** Asks whether the next bill is to be paid with it; for accounts that have another. @default false */
  asksForNextBill?: boolean | undefined;
  returnFocus?: (() => HTMLElement | null) | undefined;
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof paymentMethodsMessages)['messages']> | undefined;
}

interface FormProps extends AddPaymentMethodDialogProps {
  t: ReturnType<typeof useMessages<(typeof paymentMethodsMessages)['messages']>>;
  /** Why Stripe.js, or what it takes, did not load. */
  failure: unknown;
  onRetry: () => void;
  /** Whether no real money moves. */
  isTest: boolean;
}

/** Saves what stands in Stripe's form: it is checked first, so that nothing is begun for a form that is not complete. */
function useSave({ workspaceId, onAdded }: FormProps, isForNextBill: boolean) {
  const stripe = useStripe();
  const elements = useElements();
  const setup = useCreateSetup();
  const sync = useSyncBilling();
  const explain = useExplainBilling();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** @returns Stripe's own words, in the viewer's language, where the form or the bank says no */
  const confirm = async () => {
    if (stripe === null || elements === null) return null;
    const checked = await elements.submit();
    // What is missing stands beside its field already.
    if (checked.error) return checked.error.type === 'validation_error' ? '' : (checked.error.message ?? '');
    const { clientSecret } = await setup.mutateAsync({ workspaceId });
    const confirmed = await stripe.confirmSetup({
      elements,
      clientSecret,
      redirect: 'if_required',
      confirmParams: { return_url: window.location.href },
    });
    if (confirmed.error) return confirmed.error.message ?? '';
    onAdded(await sync.mutateAsync({ workspaceId }), isForNextBill);
    return null;
  };
  const save = async () => {
    if (isPending) return;
    setPending(true);
    setProblem(null);
    try {
      const said = await confirm();
      setProblem(said === '' ? null : said);
    } catch (error) {
      setProblem(explain(error));
    }
    setPending(false);
  };
  return { save, isPending, problem };
}

/** Stripe's form, or why it is not there. */
function Fields({
  t,
  isReady,
  onReady,
  failure,
  onRetry,
  isTest,
}: FormProps & { isReady: boolean; onReady: () => void }) {
  if (failure !== undefined) {
    return (
      <RetryNotice tone="error" retryLabel={t('retry')} onRetry={onRetry}>
        {t('formFailed')}
      </RetryNotice>
    );
  }
  return (
    <>
      {isTest ? <Notice>{t('testMode')}</Notice> : null}
      <div className="gh-payment-element" aria-busy={!isReady}>
        <span role="status">{isReady ? null : <VisuallyHidden>{t('loading')}</VisuallyHidden>}</span>
        <PaymentElement onReady={onReady} options={{ layout: 'tabs' }} />
      </div>
    </>
  );
}

/** One dialog from the first moment: what comes into it moves neither the focus nor the frame. */
function Form(props: FormProps) {
  const { t, onClose, failure } = props;
  const [isForNextBill, setForNextBill] = useState(false);
  const { save, isPending, problem } = useSave(props, isForNextBill);
  const [isReady, setReady] = useState(false);
  const { data: workspace } = useWorkspace(props.workspaceId);
  return (
    <Dialog
      title={t('addTitle')}
      description={t('addDescription', { workspace: workspace?.name ?? '' })}
      closeLabel={t('close')}
      width={520}
      returnFocus={props.returnFocus}
      onClose={() => {
        if (!isPending) onClose();
      }}
      onSubmit={() => {
        if (isReady) void save();
      }}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {failure === undefined ? (
            <Button type="submit" variant="primary" pending={isPending || !isReady}>
              {t('save')}
            </Button>
          ) : null}
        </>
      }
    >
      <Fields {...props} isReady={isReady} onReady={() => setReady(true)} />
      {props.asksForNextBill && failure === undefined ? (
        <label className="gh-method-next">
          <input
            type="checkbox"
            className="gh-checkbox"
            checked={isForNextBill}
            onChange={(event) => setForNextBill(event.target.checked)}
          />
          {t('useNext')}
        </label>
      ) : null}
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
    </Dialog>
  );
}

/**
 * Asks for a payment method with Stripe's own form: a card's details never pass through the host's page or server.
 * Mount it to open it; what was typed stays if saving fails.
 *
 * @example {isOpen && <AddPaymentMethodDialog workspaceId={id} onAdded={goOn} onClose={close} />}
 */
export function AddPaymentMethodDialog(props: AddPaymentMethodDialogProps) {
  const t = useMessages(paymentMethodsMessages, props.messages);
  const { locale } = useGuildhall();
  const { catalogue, stripe, failure, retry } = useStripeJs();
  const { probe, appearance } = useAppearance();
  const currency = props.currency ?? catalogue?.plans[0]?.currency ?? 'usd';
  return (
    <>
      <span ref={probe} className="gh-root" hidden />
      {appearance ? (
        <Elements stripe={stripe ?? null} options={{ mode: 'setup', currency, appearance, locale: locale as 'auto' }}>
          <Form {...props} {...{ t, failure }} isTest={catalogue?.mode === 'test'} onRetry={retry} />
        </Elements>
      ) : null}
    </>
  );
}
