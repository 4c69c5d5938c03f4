export { createHttpAdapter } from './createHttpAdapter.js';
export type { HttpAdapterFeatures, HttpAdapterOptions } from './createHttpAdapter.js';
