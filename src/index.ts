export { GuildhallProvider } from './provider/GuildhallProvider.js';
export type { GuildhallProviderProps } from './provider/GuildhallProvider.js';
export type { GuildhallLook } from './provider/GuildhallTheme.js';
export { useGuildhall, useStreamStatus } from './provider/context.js';
export type { GuildhallContextValue } from './provider/context.js';
export type { Catalogue, Format, Message, MessageOverrides, PluralMessage } from './i18n/index.js';
export * from './hooks/index.js';
