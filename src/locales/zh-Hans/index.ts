import type { Translation } from '../translation.js';
import { accepting } from './accepting.js';
import { billing } from './billing.js';
import { errors } from './errors.js';
import { inviting } from './inviting.js';
import { items } from './items.js';
import { members } from './members.js';
import { payments } from './payments.js';
import { plans } from './plans.js';
import { workspaces } from './workspaces.js';

/** Simplified Chinese: 你, and a space between Chinese and Latin letters. */
export const zhHans: Translation = {
  ...accepting,
  ...billing,
  ...errors,
  ...inviting,
  ...items,
  ...members,
  ...payments,
  ...plans,
  ...workspaces,
};
