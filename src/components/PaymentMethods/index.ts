export { PaymentMethods } from './PaymentMethods.js';
export type { PaymentMethodsProps } from './PaymentMethods.js';
export { PaymentMethodsView } from './PaymentMethods.view.js';
export type { PaymentMethodsViewProps } from './PaymentMethods.view.js';
export { AddPaymentMethod } from './AddPaymentMethod.js';
export type { AddPaymentMethodDialogProps } from './AddPaymentMethodDialog.js';
export { paymentMethodsMessages } from './PaymentMethods.messages.js';
