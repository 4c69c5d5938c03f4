import { defineMessages } from '../../i18n/index.js';

/** The words of `BillingPanel`, under `billingPanel`. */
export const billingPanelMessages = defineMessages('billingPanel', {
  title: 'Billing',
  description: 'What {workspace} pays, when, and who sees it.',
  failed: 'Billing did not load',
  outdated: 'This may be out of date. {reason}',
  retry: 'Try again',
  off: 'Billing is not set up',
  offText: 'Nothing is sold here yet, and nobody is charged. Whoever runs this app can set it up.',

  plan: '{plan} plan',
  noPlan: 'No plan',
  pastDue: 'Past due',
  ends: 'Ends {date}',
  trial: 'Trial until {date}',
  incomplete: 'Waiting for the bank',
  members_month: {
    one: '{count} member at {price}, billed monthly',
    other: '{count} members at {price} each, billed monthly',
  },
  members_year: {
    one: '{count} member at {price}, billed yearly',
    other: '{count} members at {price} each, billed yearly',
  },
  seats_month: {
    one: '{count} seat at {price}, billed monthly',
    other: '{count} seats at {price} each, billed monthly',
  },
  seats_year: { one: '{count} seat at {price}, billed yearly', other: '{count} seats at {price} each, billed yearly' },
  flat_month: '{price}, billed monthly',
  flat_year: '{price}, billed yearly',
  nothingToPay: 'Nothing to pay.',
  automatic: 'People who join are added to the next bill, and people who leave are taken off it.',
  changeSeats: 'Change seats',
  changePlan: 'Change plan',
  choosePlan: 'Choose a plan',

  legendMembers: { one: '{count} member', other: '{count} members' },
  legendInvited: { one: '{count} invited', other: '{count} invited' },
  legendFree: { one: '{count} free', other: '{count} free' },
  legendNew: { one: '{count} new', other: '{count} new' },
  full: {
    one: '{plan} is for {count} person, and {used} are here, so nobody else can be invited yet.',
    other: '{plan} is for {count} people, and {used} are here, so nobody else can be invited yet.',
  },

  nextBill: 'Next bill',
  on: 'on {date}, {when}',
  besides: 'on {date}, besides the {amount} past due',
  showLines: 'Show lines',
  hideLines: 'Hide lines',
  chargedTo: 'Charged to {method}',
  charged: 'To pay',
  noBill: 'None.',
  noBillEnding: 'None. {plan} ends on {date}.',

  wouldGive: 'What {plan} would give you',
  wouldCost_month: {
    one: 'For you alone that is {amount} a month.',
    other: 'With the {count} people here that is {amount} a month.',
  },
  wouldCost_year: {
    one: 'For you alone that is {amount} a year.',
    other: 'With the {count} people here that is {amount} a year.',
  },
  gainPeople: 'As many people as you like',
  gainPeopleUpTo: { one: 'Up to {count} person', other: 'Up to {count} people' },
  gainPeopleNow: { one: '{plan} is for {count} person', other: '{plan} is for {count} people' },
  wouldTrial: { one: 'The first {count} day is free.', other: 'The first {count} days are free.' },
  exact: 'You see the exact price before anything is charged.',

  cancelNote: 'You can cancel at any time. {plan} stays until {date} and nothing is deleted.',
  cancel: 'Cancel plan',
  portal: 'Open in Stripe',
  portalFailed: 'Stripe did not open. {reason}',
});
