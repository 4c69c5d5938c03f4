import { Button } from '../../ui/index.js';
import { Status } from '../parts/Status.js';
import { PlanFeatures } from './FeatureTable.js';
import type { Offer } from './offers.js';
import type { PickerActions, PickerData, PickerWords } from './types.js';

export interface PlanColumnProps extends PickerActions {
  offer: Offer;
  words: PickerWords;
  billing: PickerData['billing'];
  /** Whether this is the likeliest next step: the one solid button. */
  isNext: boolean;
  /** Whether it is the one that is shown where there is room for one alone. */
  isShown: boolean;
  plans: PickerData['plans'];
}

/** What one seat, or everything, costs, and for whom. */
function Price({ offer, words: { t, format } }: PlanColumnProps) {
  const { plan, interval } = offer;
  const price = plan.kind === 'free' ? 0 : plan.prices[interval];
  if (price === null) return <p className="gh-plan-price">{t('notSold')}</p>;
  const { currency } = plan;
  const money = plan.kind === 'free' ? format.nothing(currency) : format.money({ amount: price, currency });
  const free = plan.memberLimit === null ? t('free') : t('freeUpTo', { count: plan.memberLimit });
  const perSeat = t(plan.seats === 'prepaid' ? `perPaidSeat_${interval}` : `perSeat_${interval}`);
  const per = plan.kind === 'flat' ? t(`flat_${interval}`) : perSeat;
  return (
    <p className="gh-plan-price">
      <span className="gh-amount">{money}</span>
      <span>{plan.kind === 'free' ? free : per}</span>
    </p>
  );
}

/** Money without its sign, for "more" and "less". */
const size = (money: { amount: number; currency: string }) => ({ ...money, amount: Math.abs(money.amount) });

/** How the bill of this workspace would change. */
function comparison({ offer, billing, words: { t, format } }: PlanColumnProps): string {
  const { difference, differencePer: per, isCurrent, isOverLimit, trialDays } = offer;
  if (isOverLimit) return t('overLimit', { count: billing.seats.members });
  if (isCurrent) return billing.nextBill ? t('nextBill', { date: format.day(billing.nextBill.date) }) : '\u00a0';
  if (trialDays > 0) return t('trial', { count: trialDays });
  if (difference === null) return '\u00a0';
  if (difference.amount === 0) return t('same');
  return t(difference.amount > 0 ? `more_${per}` : `less_${per}`, { amount: format.money(size(difference)) });
}

/** What it really is for this workspace: the bill, and how it differs from now. */
function Real(props: PlanColumnProps) {
  const { offer, words } = props;
  const { t, format } = words;
  if (offer.total === null) return null;
  const { plan, total, interval } = offer;
  return (
    <p className="gh-plan-real">
      <span>{plan.kind === 'free' ? t('noCharge') : t(`total_${interval}`, { amount: format.money(total) })}</span>
      <small>{comparison(props)}</small>
    </p>
  );
}

function PlanButton({ offer, words: { t }, isNext, billing, ...actions }: PlanColumnProps) {
  const { plan, isCurrent, total, isOverLimit } = offer;
  if (isCurrent && actions.onChangeSeats && plan.seats === 'prepaid') {
    return (
      <Button variant="accent" onClick={actions.onChangeSeats}>
        {t('changeSeats')}
      </Button>
    );
  }
  if (isCurrent) return null;
  if (plan.kind === 'free') {
    const isEnding = billing.cancellation !== null;
    if (!actions.onCancelPlan || isEnding) return null;
    return <Button onClick={actions.onCancelPlan}>{t('seeWhatChanges')}</Button>;
  }
  const full = isOverLimit ? t('overLimit', { count: billing.seats.members }) : null;
  return (
    <Button
      variant={isNext ? 'primary' : 'soft'}
      reason={total === null ? t('notSold') : full}
      onClick={() => actions.onChoose(offer)}
    >
      {t('choose', { plan: plan.name })}
    </Button>
  );
}

/** One plan: its price, what it is for this workspace, and the way to it. */
export function PlanColumn(props: PlanColumnProps) {
  const { offer, words, plans, billing, isShown } = props;
  const { plan, isCurrent } = offer;
  return (
    <li className="gh-plan" data-current={isCurrent ? '' : undefined} data-shown={isShown ? '' : undefined}>
      <div className="gh-plan-head">
        <h3 className="gh-section-heading">{plan.name}</h3>
        {isCurrent ? (
          <span className="gh-plan-yours">
            <Status>{words.t('yourPlan')}</Status>
          </span>
        ) : null}
      </div>
      {plan.description === null ? null : <p className="gh-plan-description">{plan.description}</p>}
      <Price {...props} />
      <Real {...props} />
      <div className="gh-plan-act">
        <PlanButton {...props} />
      </div>
      <PlanFeatures {...{ plan, plans, words }} currentId={billing.plan?.id} />
    </li>
  );
}
