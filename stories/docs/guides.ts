import { billing } from './pages/billing.js';
import { people } from './pages/people.js';
import { workspaces } from './pages/workspaces.js';
import type { ComponentGuides } from './guide.js';

/** What is said of each component beside what its sources say. */
export const guides: ComponentGuides = { ...people, ...workspaces, ...billing };
