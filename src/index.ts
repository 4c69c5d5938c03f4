export { GuildhallProvider } from './provider/GuildhallProvider.js';
export type { GuildhallProviderProps } from './provider/GuildhallProvider.js';
export type {
  AvatarOverrideProps,
  EmptyStateOverrideProps,
  GuildhallComponents,
  LinkOverrideProps,
} from './provider/components.js';
export type { EntityKindWords } from './provider/entityKinds.js';
export type { Density, GuildhallLook } from './provider/theme.js';
export { useGuildhall, useStreamStatus } from './provider/context.js';
export type { GuildhallContextValue } from './provider/context.js';
export type { Catalogue, Format, Message, MessageOverrides, PluralMessage } from './i18n/index.js';
export * from './hooks/index.js';
export * from './components/AcceptInvitation/index.js';
export * from './components/ActivityLog/index.js';
export * from './components/BillingContacts/index.js';
export * from './components/BillingDetails/index.js';
export * from './components/BillingForbidden/index.js';
export * from './components/BillingPanel/index.js';
export * from './components/CreateWorkspaceDialog/index.js';
export * from './components/GeneralSettings/index.js';
export * from './components/InviteDialog/index.js';
export * from './components/InvoiceHistory/index.js';
export * from './components/MembersTable/index.js';
export * from './components/PaymentMethods/index.js';
export * from './components/PlanPicker/index.js';
export * from './components/SharedItems/index.js';
export * from './components/SharingBadge/index.js';
export * from './components/WorkspaceSettings/index.js';
export * from './components/WorkspaceSwitcher/index.js';
