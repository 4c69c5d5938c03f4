import { CONTROLS, DIALOGS, MENUS } from '../guide.js';
import type { ComponentGuides } from '../guide.js';

/** Who pays, for what, and with what. */
export const billing: ComponentGuides = {
  BillingPanel: {
    when: 'All of a workspace’s billing in one element. Its sections are components too, for a screen of your own. Who may not see it is told whom to ask.',
    anatomy: {
      'gh-billing': 'The section.',
      'gh-billing-notice': 'What needs somebody: a payment that failed, a trial that ends, a plan that goes.',
      'gh-section': 'Plan, seats, next bill, and what follows.',
      'gh-section-header': 'What a section is, and what can be done in it.',
      'gh-meter': 'Seats that are used, of those that are paid.',
      'gh-bill': 'The next bill, line by line, and its sum.',
    },
    keyboard: { ...CONTROLS, ...DIALOGS },
    parts: ['PaymentMethods', 'BillingContacts', 'BillingDetails', 'InvoiceHistory'],
  },
  PlanPicker: {
    when: 'Where a plan is chosen: what each would cost this workspace, then what is paid now and next, to the cent, before anything is confirmed. `BillingPanel` leads to it; for a page of prices that strangers see, use your own.',
    anatomy: {
      'gh-picker': 'The section.',
      'gh-switch': 'By month or by year.',
      'gh-plan': 'A plan: name, price, what it would be for this workspace, its button.',
      'gh-features': 'What the plans have, side by side.',
      'gh-confirm-bills': 'What is paid now, and what next, for the plan that was chosen.',
      'gh-confirm-act': 'The button that changes the plan, and the sum on it.',
    },
    keyboard: CONTROLS,
  },
  PaymentMethods: {
    when: 'What a workspace pays with, where it stands outside of `BillingPanel`. Cards are typed into Stripe’s own fields, never into yours.',
    anatomy: {
      'gh-methods': 'The section.',
      'gh-methods-list': 'The list.',
      'gh-method': 'A card or an account: its mark, its last digits, when it ends.',
      'gh-payment-element': 'Stripe’s fields, while one is added.',
    },
    keyboard: { ...CONTROLS, ...MENUS, ...DIALOGS },
  },
  BillingContacts: {
    when: 'Who sees a workspace’s billing, where it stands outside of `BillingPanel`. Owners add and take away; others see who it is.',
    anatomy: {
      'gh-contacts': 'The section.',
      'gh-contacts-list': 'Owners and billing contacts.',
      'gh-contact': 'One of them.',
      'gh-contacts-choice': 'Members to choose from, while one is added.',
    },
    keyboard: { ...CONTROLS, ...DIALOGS },
  },
  BillingDetails: {
    when: 'What invoices say about who pays, where it stands outside of `BillingPanel`.',
    anatomy: {
      'gh-details': 'The section.',
      'gh-details-fact': 'A fact as it stands on invoices.',
      'gh-details-form': 'All of them, to be changed at once.',
      'gh-field': 'A field, with what is wrong with it below.',
    },
    keyboard: { ...CONTROLS, 'Enter in a field': 'Saves.', ...DIALOGS },
  },
  InvoiceHistory: {
    when: 'The invoices of a workspace, where they stand outside of `BillingPanel`.',
    anatomy: {
      'gh-invoices': 'The section.',
      'gh-invoices-table': 'The table, newest first.',
      'gh-invoice': 'An invoice: when, what for, how much, whether it is paid.',
      'gh-invoice-links': 'Its page at Stripe, and its PDF.',
      'gh-invoices-more': 'What is older.',
    },
    keyboard: CONTROLS,
  },
  BillingForbidden: {
    when: 'What somebody sees who may not see billing: whom to ask, by name. `BillingPanel` shows it by itself; use it for a route of yours that leads to billing.',
    anatomy: {
      'gh-forbidden': 'The section.',
      'gh-keepers': 'Who may.',
      'gh-keeper': 'One of them, and their address.',
      'gh-forbidden-note': 'What does not change for the viewer.',
    },
    keyboard: CONTROLS,
  },
};
