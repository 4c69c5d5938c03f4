import { soakChanges } from './billing/soakChanges.js';
import { soakCrowds } from './billing/soakCrowds.js';
import { soakHistories } from './billing/soakHistories.js';
import { soakInStep } from './entities/soakInStep.js';
import { soakWorlds } from './entities/soakWorlds.js';
import type { SoakPart } from './part.js';
import { soakMembers } from './soakMembers.js';

/** All that is soaked, in this order. */
export const PARTS: readonly SoakPart[] = [
  { name: 'members', run: soakMembers },
  { name: 'histories', run: soakHistories },
  { name: 'crowds', run: soakCrowds },
  { name: 'changes', run: soakChanges },
  { name: 'worlds', run: soakWorlds },
  { name: 'in-step', run: soakInStep },
];
