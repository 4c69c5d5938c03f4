import { describe, expect, it } from 'vitest';
import { renderInvitation } from '../../src/email/invitationMail.js';
import type { InvitationMail } from '../../src/email/invitationMail.js';

const MAIL: InvitationMail = {
  locale: 'en',
  appName: 'Parley',
  workspaceName: 'Northwind Studio',
  inviterName: 'Amara Okafor',
  role: 'admin',
  email: 'lena@studio-kite.com',
  url: 'https://parley.example/join#token',
  expiresAt: new Date('2026-12-03T10:00:00.000Z'),
};

const mail = (changed: Partial<InvitationMail>) => renderInvitation({ ...MAIL, ...changed });
const visible = (text: string) => text.replace(/[\u2060\u2066-\u2069]/g, '');

describe('an invitation mail', () => {
  it.each([
    ['en', 'Amara Okafor invites you to Northwind Studio on Parley'],
    ['de-CH', 'Amara Okafor lädt Sie zu Northwind Studio auf Parley ein'],
    ['fr-CA', 'Amara Okafor vous invite à rejoindre Northwind Studio sur Parley'],
    ['es-MX', 'Amara Okafor te invita a Northwind Studio en Parley'],
    ['pt-PT', 'Amara Okafor convidou você para Northwind Studio no Parley'],
    ['ja', 'Amara OkaforさんからParleyの「Northwind Studio」への招待が届いています'],
    ['zh-CN', 'Amara Okafor 邀请你加入 Parley 上的“Northwind Studio”'],
    ['ar-EG', 'دعوة من Amara Okafor للانضمام إلى Northwind Studio على Parley'],
    ['he', 'הזמנה מאת Amara Okafor להצטרף אל Northwind Studio ב-Parley'],
    ['zh-TW', 'Amara Okafor invites you to Northwind Studio on Parley'],
    ['no tag', 'Amara Okafor invites you to Northwind Studio on Parley'],
  ])('is written in %s', (locale, subject) => {
    expect(visible(mail({ locale }).subject)).toBe(subject);
  });

  it.each(['en', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'ar', 'he'])(
    'says in %s who invites whom, to what, as what, until when, with and without a known inviter',
    (locale) => {
      const text = visible(mail({ locale }).text);
      for (const told of ['Amara Okafor', 'Northwind Studio', 'Parley', MAIL.email, MAIL.url])
        expect(text).toContain(told);
      expect(text).toContain(
        new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(MAIL.expiresAt),
      );
      const roles = (['owner', 'admin', 'member'] as const).map((role) => mail({ locale, role }).text);
      expect(new Set(roles).size).toBe(3);
      const nobody = mail({ locale, inviterName: null });
      expect(visible(nobody.subject)).toContain('Northwind Studio');
      expect(nobody.text).not.toMatch(/null|undefined/);
      expect(mail({ locale }).html).toContain(
        `<html lang="${locale}" dir="${['ar', 'he'].includes(locale) ? 'rtl' : 'ltr'}">`,
      );
    },
  );

  it('runs as its language does, whatever a name begins with', () => {
    expect(mail({ workspaceName: 'סטודיו' }).html).toContain('<html lang="en" dir="ltr">');
  });

  it('keeps names and addresses in order where they run the other way', () => {
    const arabic = mail({ locale: 'ar', workspaceName: 'Kite (Ops)' });
    expect(arabic.subject).toContain('\u2068Kite (Ops)\u2069');
    expect(arabic.text).toContain('\u2068lena@studio-kite.com\u2069');
    expect(mail({ workspaceName: 'סטודיו (3)' }).subject).toContain('\u2068סטודיו (3)\u2069');
    expect(mail({}).subject).toBe(visible(mail({}).subject));
  });

  it('lets no name turn the direction of what stands around it', () => {
    expect(mail({ inviterName: 'Amara\u202e\u2069' }).subject).toBe('Amara invites you to Northwind Studio on Parley');
  });
});
