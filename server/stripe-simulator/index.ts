export { createSimulator } from './createSimulator.js';
export type { Simulator, SimulatorOptions } from './createSimulator.js';
export type { EventListener, EventObject } from './kernel/events.js';
