import { describe, expect } from 'vitest';
import { scene } from '../stage.js';
import type { Subject } from '../stage.js';
import { accountOf, acme } from './acts.js';
import { billed } from './worlds.js';

const ADDRESS = { line1: 'Straße 1', line2: '', city: 'Łódź', postalCode: '90-001', state: '', country: 'PL' };
const VAT = { type: 'eu_vat', value: 'PL1234567890' };

/** What invoices say of who pays. */
export function describeDetails(subject: Subject): void {
  describe('billing details', () => {
    scene(subject, 'change where something is given, and stay where not', billed, async (stage) => {
      const update = async (change: object) =>
        (await stage.call('bill', 'billing.updateDetails', { ...acme, ...change })).details;
      expect(await update({ name: '  株式会社アクメ  ', email: 'Accounts@acme.example' })).toMatchObject({
        name: '株式会社アクメ',
        email: expect.stringMatching(/^accounts@acme\.example$/iu) as string,
      });
      expect(await update({ address: ADDRESS })).toMatchObject({ name: '株式会社アクメ', address: ADDRESS });
      expect(await update({ taxIds: [VAT] })).toMatchObject({ address: ADDRESS, taxIds: [VAT] });
      expect(await update({ name: null, email: null, address: null })).toMatchObject({ taxIds: [VAT] });
      const { details } = await accountOf(stage);
      expect(details).toMatchObject({ name: null, email: null, taxIds: [VAT] });
      expect((await update({ taxIds: [] })).taxIds).toEqual([]);
    });

    scene(subject, 'replace tax ids as a whole', billed, async (stage) => {
      const other = { type: 'us_ein', value: '12-3456789' };
      await stage.call('olivia', 'billing.updateDetails', { ...acme, taxIds: [VAT] });
      const { details } = await stage.call('olivia', 'billing.updateDetails', { ...acme, taxIds: [other, VAT] });
      expect(details.taxIds.map(({ type }) => type).toSorted()).toEqual(['eu_vat', 'us_ein']);
      await stage.call('olivia', 'billing.updateDetails', { ...acme, taxIds: [other] });
      expect((await accountOf(stage)).details.taxIds).toMatchObject([other]);
    });

    scene(subject, 'take no tax id that cannot be one, and keep what there was', billed, async (stage) => {
      await stage.call('olivia', 'billing.updateDetails', { ...acme, name: 'Acme', taxIds: [VAT] });
      const wrong = { ...acme, taxIds: [{ type: 'eu_vat', value: 'nonsense' }] };
      await stage.refused('olivia', 'billing.updateDetails', wrong, { code: 'conflict', reason: 'tax_id_invalid' });
      expect((await accountOf(stage)).details).toMatchObject({ name: 'Acme', taxIds: [VAT] });
    });

    scene(subject, 'name the field that is wrong', billed, async (stage) => {
      const refuse = (change: object, field: string) =>
        stage.refused(
          'olivia',
          'billing.updateDetails',
          { ...acme, ...change },
          { code: 'validation', fields: [field] },
        );
      await refuse({ email: 'nobody' }, 'email');
      await refuse({ address: { ...ADDRESS, country: 'Poland' } }, 'address.country');
      await refuse({ name: 'two\nlines' }, 'name');
      await refuse({ taxIds: [{ type: 'VAT', value: '1' }] }, 'taxIds.0.type');
      expect((await accountOf(stage)).details.name).toBeNull();
    });
  });
}
