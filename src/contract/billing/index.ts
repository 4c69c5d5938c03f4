export * from './account.js';
export * from './bills.js';
export * from './currencies.js';
export * from './plans.js';
export * from './rules.js';
