import { createContext } from 'react';
import type { Density } from '../../src/provider/theme.js';
import type { Catalogue } from '../../src/i18n/index.js';

/** What Storybook's toolbar says, as far as Guildhall's provider is told of it. */
export interface Toolbar {
  /** BCP 47. */
  locale: string;
  /** The words of that language. */
  messages: Catalogue;
  /** Undefined where no frame is around: then the language has it. */
  direction: 'ltr' | 'rtl' | undefined;
  density: Density;
  /** Who looks at it, where a story does not say. */
  viewerId: string;
}

/** Whom the toolbar's viewers are in Northwind Studio; Jonas is an admin, and the billing contact. */
export const VIEWERS = { owner: 'amara', admin: 'priya', member: 'tomas', 'billing contact': 'jonas' } as const;

/** Told by the frame around each story, and heard by its stage. */
export const ToolbarContext = createContext<Toolbar>({
  locale: 'en',
  messages: {},
  direction: undefined,
  density: 'comfortable',
  viewerId: VIEWERS.owner,
});
