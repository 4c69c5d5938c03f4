/** A kind of tax id: Stripe's word for it, and what its country calls it. */
export interface TaxType {
  readonly type: string;
  /** The same in all languages. */
  readonly label: string;
  /** How one looks. */
  readonly example: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}

const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/**
 * The tax ids that can be typed here: one for each country where companies have one that invoices must name.
 *
 * @see https://docs.stripe.com/billing/customer/tax-ids#supported-tax-id-types
 */
export const TAX_TYPES: readonly TaxType[] = [
  { type: 'eu_vat', label: 'VAT', example: 'DE123456789', countries: EU },
  { type: 'gb_vat', label: 'VAT', example: 'GB123456789', countries: ['GB'] },
  { type: 'ch_vat', label: 'VAT', example: 'CHE-123.456.789 MWST', countries: ['CH'] },
  { type: 'no_vat', label: 'MVA', example: '123456789MVA', countries: ['NO'] },
  { type: 'is_vat', label: 'VSK', example: '123456', countries: ['IS'] },
  { type: 'us_ein', label: 'EIN', example: '12-3456789', countries: ['US'] },
  { type: 'ca_bn', label: 'BN', example: '123456789', countries: ['CA'] },
  { type: 'br_cnpj', label: 'CNPJ', example: '01.234.456/5432-10', countries: ['BR'] },
  { type: 'mx_rfc', label: 'RFC', example: 'ABC010203AB9', countries: ['MX'] },
  { type: 'au_abn', label: 'ABN', example: '12345678912', countries: ['AU'] },
  { type: 'nz_gst', label: 'GST', example: '123456789', countries: ['NZ'] },
  { type: 'in_gst', label: 'GSTIN', example: '12ABCDE3456FGZH', countries: ['IN'] },
  { type: 'sg_uen', label: 'UEN', example: '123456789F', countries: ['SG'] },
  { type: 'jp_trn', label: '登録番号', example: 'T1234567891234', countries: ['JP'] },
  { type: 'kr_brn', label: 'BRN', example: '123-45-67890', countries: ['KR'] },
  { type: 'cn_tin', label: 'TIN', example: '123456789012345678', countries: ['CN'] },
  { type: 'hk_br', label: 'BR', example: '12345678', countries: ['HK'] },
  { type: 'il_vat', label: 'VAT', example: '000012345', countries: ['IL'] },
  { type: 'ae_trn', label: 'TRN', example: '123456789012345', countries: ['AE'] },
  { type: 'sa_vat', label: 'VAT', example: '123456789012345', countries: ['SA'] },
  { type: 'tr_tin', label: 'VKN', example: '0123456789', countries: ['TR'] },
  { type: 'ua_vat', label: 'ПДВ', example: '123456789', countries: ['UA'] },
  { type: 'za_vat', label: 'VAT', example: '4123456789', countries: ['ZA'] },
];

/** The tax id of a country, or undefined where none is known here. */
export const taxTypeOf = (country: string): TaxType | undefined =>
  TAX_TYPES.find(({ countries }) => countries.includes(country));

/** What a tax id is called: "VAT"; its own type where it is none of ours. */
export const taxLabel = (type: string): string => TAX_TYPES.find((one) => one.type === type)?.label ?? type;
