export { createSimulator } from './createSimulator.js';
export type { Simulator, SimulatorOptions } from './createSimulator.js';
export { stripeJsScript } from './browser/script.js';
export { webhooksTo } from './delivery/httpTarget.js';
export { keepIn } from './keep.js';
export type { EventListener, EventObject } from './kernel/events.js';
