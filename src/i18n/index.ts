export * from './defineMessages.js';
export * from './error.messages.js';
export { createFormat, directionOf } from './formats.js';
export type { Format } from './formats.js';
export * from './translate.js';
