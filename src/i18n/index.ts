// The sentences for errors are not among these: they are loaded on demand.

export * from './defineMessages.js';
export { createFormat, directionOf } from './formats.js';
export type { Format } from './formats.js';
export * from './translate.js';
