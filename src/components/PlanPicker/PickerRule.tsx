import { Info } from 'lucide-react';
import type { PickerWords } from './types.js';

/** How changes are settled, below the plans. */
export const PickerRule = ({ t }: Pick<PickerWords, 't'>) => (
  <p className="gh-picker-rule">
    <Info aria-hidden="true" />
    {t('rule')}
  </p>
);
