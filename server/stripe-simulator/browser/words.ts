/** What the stand-in says, in the words of Stripe's own form. */
export interface Words {
  number: string;
  expiry: string;
  expiryPlaceholder: string;
  cvc: string;
  cvcPlaceholder: string;
  country: string;
  zip: string;
  postalCode: string;
  supported: string;
  mandate: (business: string) => string;
  problems: Record<Problem, string>;
  challengeTitle: string;
  challengeText: string;
  complete: string;
  fail: string;
}

/** Stripe's codes for what is wrong with a field. */
export type Problem =
  | 'incomplete_number'
  | 'invalid_number'
  | 'incomplete_expiry'
  | 'invalid_expiry_month_past'
  | 'invalid_expiry_year_past'
  | 'incomplete_cvc'
  | 'incomplete_zip';

const en: Words = {
  number: 'Card number',
  expiry: 'Expiration date',
  expiryPlaceholder: 'MM / YY',
  cvc: 'Security code',
  cvcPlaceholder: 'CVC',
  country: 'Country',
  zip: 'ZIP code',
  postalCode: 'Postal code',
  supported: 'Supported cards include Visa, Mastercard and American Express.',
  mandate: (business) =>
    `By providing your card information, you allow ${business} to charge your card for future payments in accordance with their terms.`,
  problems: {
    incomplete_number: 'Your card number is incomplete.',
    invalid_number: 'Your card number is invalid.',
    incomplete_expiry: "Your card's expiration date is incomplete.",
    invalid_expiry_month_past: "Your card's expiration date is in the past.",
    invalid_expiry_year_past: "Your card's expiration year is in the past.",
    incomplete_cvc: "Your card's security code is incomplete.",
    incomplete_zip: 'Your postal code is incomplete.',
  },
  challengeTitle: '3D Secure 2 test page',
  challengeText: 'A bank asks its customer here whether the payment is theirs. Choose what the bank says.',
  complete: 'Complete authentication',
  fail: 'Fail authentication',
};

const de: Words = {
  number: 'Kartennummer',
  expiry: 'Ablaufdatum',
  expiryPlaceholder: 'MM/JJ',
  cvc: 'Sicherheitscode',
  cvcPlaceholder: 'CVC',
  country: 'Land',
  zip: 'Postleitzahl',
  postalCode: 'Postleitzahl',
  supported: 'Unterstützte Karten sind unter anderem Visa, Mastercard und American Express.',
  mandate: (business) =>
    `Indem Sie Ihre Kartendaten angeben, erlauben Sie ${business}, Ihre Karte für künftige Zahlungen gemäß den Bedingungen zu belasten.`,
  problems: {
    incomplete_number: 'Ihre Kartennummer ist unvollständig.',
    invalid_number: 'Ihre Kartennummer ist ungültig.',
    incomplete_expiry: 'Das Ablaufdatum Ihrer Karte ist unvollständig.',
    invalid_expiry_month_past: 'Das Ablaufdatum Ihrer Karte liegt in der Vergangenheit.',
    invalid_expiry_year_past: 'Das Ablaufjahr Ihrer Karte liegt in der Vergangenheit.',
    incomplete_cvc: 'Der Sicherheitscode Ihrer Karte ist unvollständig.',
    incomplete_zip: 'Ihre Postleitzahl ist unvollständig.',
  },
  challengeTitle: 'Testseite für 3D Secure 2',
  challengeText: 'Hier fragt eine Bank, ob die Zahlung von ihrem Kunden ist. Wählen Sie, was die Bank sagt.',
  complete: 'Authentifizierung abschließen',
  fail: 'Authentifizierung ablehnen',
};

/** The language that Stripe would speak for `locale`: German, or else English. */
export function wordsFor(locale: string): Words {
  return languageOf(locale).startsWith('de') ? de : en;
}

/** A language tag for Stripe's `locale`, where `auto` is the browser's own. */
export function languageOf(locale: string): string {
  return locale === 'auto' ? navigator.language : locale;
}
