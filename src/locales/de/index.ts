import type { Catalogue } from '../../i18n/index.js';
import { errors } from './errors.js';

/** German: formal, as products for work address people. */
export const de: Catalogue = { ...errors };
