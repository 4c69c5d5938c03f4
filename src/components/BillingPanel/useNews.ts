import { useEffect, useRef } from 'react';
import type { Billing } from '../../contract/index.js';
import type { ChangeOutcome } from '../PlanPicker/usePlanChange.js';
import { doneText, doneTitle } from './doneWords.js';
import { lineOf } from './words.js';
import type { PanelWords } from './words.js';

interface News {
  billing: Billing;
  /** What the viewer has just changed. */
  done: ChangeOutcome | null;
  workspaceName: string;
  words: PanelWords;
  announce: (sentence: string) => void;
}

/** Says politely what changed in the plan, whoever changed it; notices speak for themselves. */
export function useNews({ billing, done, workspaceName, words, announce }: News): void {
  const { plan } = billing;
  const standing = plan === null ? '' : `${words.t('plan', { plan: plan.name })}: ${lineOf(billing, words)}`;
  const said =
    plan !== null &&
    done?.planId === plan.id &&
    `${doneTitle(plan, done, workspaceName, words)}. ${doneText(billing, done, words)}`;
  const before = useRef(standing);
  useEffect(() => {
    if (before.current !== standing) announce(standing);
    before.current = standing;
  }, [standing, announce]);
  // After what it led to: of two sentences in a moment the last is read.
  useEffect(() => {
    if (said !== false) announce(said);
  }, [said, announce]);
}
