import type { Translation } from '../translation.js';

export const errors: Translation<'errors' | 'billingErrors'> = {
  errors: {
    unauthenticated: 'Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es erneut.',
    payment_required: 'Das ist im Tarif dieses Arbeitsbereichs nicht enthalten.',
    forbidden: 'Dazu fehlt Ihnen in diesem Arbeitsbereich die Berechtigung.',
    not_found: 'Das gibt es hier nicht mehr.',
  },
  billingErrors: {},
};
