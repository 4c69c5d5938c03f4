import { GuildhallError } from '../../../contract/index.js';
import type { Handler } from '../session.js';
import { enterBilling, toBilling } from './reading.js';
import { watchBilling } from './telling.js';

/** How the ids look that are checked here; all other types are taken as they come. */
const SHAPES: Record<string, RegExp> = {
  eu_vat: /^[A-Z]{2}[0-9A-Z]{8,12}$/u,
  gb_vat: /^GB(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/u,
  us_ein: /^\d{2}-?\d{7}$/u,
  ch_vat: /^CHE-?\d{3}\.?\d{3}\.?\d{3} ?(?:MWST|TVA|IVA)$/u,
  au_abn: /^\d{11}$/u,
};
/** Those whose authority is asked. */
const ASKED = new Set(['eu_vat', 'gb_vat', 'au_abn']);

function checkTaxId(type: string, value: string): void {
  if (SHAPES[type]?.test(value) ?? true) return;
  throw new GuildhallError('conflict', {
    message: `${value} is no tax id of type ${type}. Write it as its authority does.`,
    details: { reason: 'tax_id_invalid' },
  });
}

export const updateDetails: Handler<'billing.updateDetails'> = (session, { workspaceId, taxIds, ...changes }) => {
  const { store } = session;
  const { workspace, account } = enterBilling(session, 'billing.updateDetails', workspaceId);
  const { details } = account;
  const before = JSON.stringify(details);
  const tell = watchBilling(store, workspace);
  for (const { type, value } of taxIds ?? []) checkTaxId(type, value);
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  Object.assign(details, Object.fromEntries(given));
  if (taxIds) {
    details.taxIds = taxIds.map(({ type, value }) => {
      const known = details.taxIds.find((one) => one.type === type && one.value === value);
      return known ?? { type, value, verification: ASKED.has(type) ? 'pending' : 'unavailable' };
    });
  }
  if (JSON.stringify(details) !== before) tell();
  return toBilling(store, workspace, account);
};
