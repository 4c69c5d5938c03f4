import { CornerDownLeft, MoveDown, MoveUp, Plus, Settings } from 'lucide-react';
import type { SwitcherPanelProps, Words } from './types.js';

/** Which keys do what, for those who see it; assistive technology knows already. */
export function Hints({ t }: { t: Words }) {
  return (
    <div className="gh-switcher-hints" aria-hidden="true">
      <span>
        <kbd>
          <MoveUp />
        </kbd>
        <kbd>
          <MoveDown />
        </kbd>
        {t('toMove')}
      </span>
      <span>
        <kbd>
          <CornerDownLeft />
        </kbd>
        {t('toSwitch')}
      </span>
      <span>
        <kbd>{t('escapeKey')}</kbd>
        {t('toClose')}
      </span>
    </div>
  );
}

/** What else can be done from here. */
export function Footer({ t, onCreate, onManage }: Pick<SwitcherPanelProps, 't' | 'onCreate' | 'onManage'>) {
  if (!onCreate && !onManage) return null;
  return (
    <div className="gh-switcher-footer">
      {onManage ? (
        <button type="button" className="gh-switcher-action" onClick={onManage}>
          <Settings aria-hidden="true" />
          {t('manage')}
        </button>
      ) : null}
      {onCreate ? (
        <button type="button" className="gh-switcher-action" onClick={onCreate}>
          <Plus aria-hidden="true" />
          {t('create')}
        </button>
      ) : null}
    </div>
  );
}
