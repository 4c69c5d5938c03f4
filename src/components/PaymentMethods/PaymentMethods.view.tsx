import { useState } from 'react';
import type { CSSProperties } from 'react';
import type { Billing, PaymentMethod } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { useExplainBilling } from '../parts/useExplainBilling.js';
import { Button, classNames, Notice, onDemand, useAnnouncer } from '../../ui/index.js';
import { methodMessages } from '../parts/method.messages.js';
import { methodName } from '../parts/method.js';
import { Section } from '../parts/Section.js';
import { useFocusKept } from '../parts/useFocusKept.js';
import { MethodRow } from './MethodRow.js';
import { paymentMethodsMessages } from './PaymentMethods.messages.js';
import type { MethodActions, MethodWords } from './types.js';

const RemoveMethodDialog = onDemand(() =>
  import('./RemoveMethodDialog.js').then((module) => module.RemoveMethodDialog),
);

/** What the list takes beside its data. */
export interface PaymentMethodsLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof paymentMethodsMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface PaymentMethodsViewProps extends PaymentMethodsLookProps {
  billing: Pick<Billing, 'status' | 'paymentMethods' | 'pastDue' | 'cancellation'>;
  actions: MethodActions;
  /** One that was to be the default, and why it is not. @default null */
  notDefault?: { readonly method: PaymentMethod; readonly error: unknown } | null | undefined;
  /** Milliseconds: what "next month" counts from. */
  now: number;
}

/** A workspace that pays keeps one payment method, unless its plan is on its way out. */
function keepsLast({ status, paymentMethods, cancellation }: PaymentMethodsViewProps['billing']): boolean {
  return paymentMethods.length === 1 && status !== 'none' && cancellation === null;
}

/** Tries to make one the default, and says what came of it. */
function useMakeDefault({ t, tMethod, explain }: MethodWords, { setDefault }: MethodActions) {
  const { announce, region } = useAnnouncer();
  const [problem, setProblem] = useState<string | null>(null);
  const makeDefault = async (method: PaymentMethod) => {
    const name = methodName(method, tMethod);
    setProblem(null);
    try {
      await setDefault(method);
      announce(t('madeDefault', { method: name }));
    } catch (error) {
      setProblem(t('defaultFailed', { method: name, reason: explain(error) }));
    }
  };
  return { makeDefault, problem, announce, region };
}

/**
 * The payment methods of a workspace, from props alone. Words and language come from the provider.
 *
 * @example <PaymentMethodsView billing={billing} actions={actions} now={Date.now()} />
 */
export function PaymentMethodsView({ billing, actions, now, notDefault = null, ...props }: PaymentMethodsViewProps) {
  const t = useMessages(paymentMethodsMessages, props.messages);
  const tMethod = useMessages(methodMessages);
  const explain = useExplainBilling();
  const { format, direction, locale } = useGuildhall();
  const words: MethodWords = { t, tMethod, format, explain };
  const { makeDefault, problem, announce, region } = useMakeDefault(words, actions);
  const failed =
    notDefault &&
    t('defaultFailed', { method: methodName(notDefault.method, tMethod), reason: explain(notDefault.error) });
  const said = problem ?? failed;
  const focus = useFocusKept('.gh-section-actions > .gh-button');
  const [leaving, setLeaving] = useState<PaymentMethod | null>(null);
  const { paymentMethods, pastDue } = billing;
  return (
    <div
      className={classNames('gh-root gh-methods', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      {...focus}
    >
      <Section
        heading={t('heading')}
        description={paymentMethods.length === 0 ? t('empty') : null}
        actions={
          <Button aria-label={t('addLabel')} onClick={actions.add}>
            {t('add')}
          </Button>
        }
      >
        {said === null ? null : <Notice tone="error">{said}</Notice>}
        {paymentMethods.length === 0 ? null : (
          <ul className="gh-methods-list" aria-label={t('heading')}>
            {paymentMethods.map((method) => (
              <MethodRow
                key={method.id}
                method={method}
                words={words}
                now={now}
                isDeclined={pastDue?.paymentMethodId === method.id}
                keptBecause={keepsLast(billing) ? t('keptLast') : null}
                onMakeDefault={() => void makeDefault(method)}
                onRemove={() => setLeaving(method)}
              />
            ))}
          </ul>
        )}
        {region}
      </Section>
      {leaving === null ? null : (
        <RemoveMethodDialog
          method={leaving}
          next={paymentMethods.find(({ id }) => leaving.isDefault && id !== leaving.id)}
          words={words}
          onRemove={() => actions.remove(leaving)}
          onRemoved={() => announce(t('removed', { method: methodName(leaving, tMethod) }))}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}
