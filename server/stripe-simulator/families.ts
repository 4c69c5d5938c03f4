import type { MakeFamily } from './kernel/kernel.js';
import { eventsFamily } from './events/family.js';

/** All that the simulator knows. Each family stands in a folder of its own. */
export const FAMILIES: readonly MakeFamily[] = [eventsFamily];
