import { onDemand } from '../../ui/index.js';

/** The rows of both groups: nothing that is there before their data. They are loaded while it is on its way. */
export const Lists = onDemand(() => import('./Lists.js').then((module) => module.Lists));
