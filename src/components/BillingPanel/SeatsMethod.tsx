import type { PaymentMethod } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { Button } from '../../ui/index.js';
import { BrandMark } from '../parts/BrandMark.js';
import { methodMessages } from '../parts/method.messages.js';
import { methodName } from '../parts/method.js';
import type { DialogWords } from './words.js';

export interface SeatsMethodProps {
  /** Undefined where there is none yet. */
  method: PaymentMethod | undefined;
  onAdd: () => void;
  t: DialogWords;
}

/** With what seats are paid; where there is nothing yet, that this comes first. */
export function SeatsMethod({ method, onAdd, t }: SeatsMethodProps) {
  const tMethod = useMessages(methodMessages);
  if (method === undefined) return <p className="gh-seats-method">{t('addFirst')}</p>;
  return (
    <p className="gh-seats-method">
      <BrandMark method={method} /> {methodName(method, tMethod)}
      <Button variant="ghost" onClick={onAdd}>
        {t('useAnother')}
      </Button>
    </p>
  );
}
