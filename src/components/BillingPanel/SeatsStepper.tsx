import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import type { RefObject } from 'react';
import { MAX_SEATS } from '../../contract/index.js';
import { IconButton } from '../../ui/index.js';
import type { DialogWords } from './words.js';

export interface SeatsStepperProps {
  /** What is typed: a whole number, or something that is none yet. */
  value: string;
  minimum: number;
  onChange: (value: string) => void;
  t: DialogWords;
  /** Below: how it differs from now. */
  notes: readonly string[];
  /** Why it cannot be so many. @default null */
  problem: string | null;
  /** The field, for whoever gives it the focus. */
  field: RefObject<HTMLInputElement | null>;
}

/** How many seats: typed, or one more and one fewer. */
export function SeatsStepper({ value, minimum, onChange, t, notes, problem, field }: SeatsStepperProps) {
  const id = useId();
  const seats = Number.parseInt(value, 10);
  const step = (by: number) =>
    onChange(String(Math.min(MAX_SEATS, Math.max(1, (Number.isNaN(seats) ? 0 : seats) + by))));
  return (
    <div className="gh-stepper">
      <label className="gh-visually-hidden" htmlFor={id}>
        {t('seats')}
      </label>
      <div className="gh-stepper-frame" data-invalid={problem === null ? undefined : ''}>
        <IconButton
          label={t('fewer')}
          reason={seats <= minimum ? t('downTo', { count: minimum }) : null}
          onClick={() => step(-1)}
        >
          <Minus aria-hidden="true" />
        </IconButton>
        <input
          ref={field}
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={`${id}-notes`}
          onChange={(event) => onChange(event.target.value.replace(/\D/gu, '').slice(0, 6))}
        />
        <IconButton label={t('more')} onClick={() => step(1)}>
          <Plus aria-hidden="true" />
        </IconButton>
      </div>
      <p id={`${id}-notes`} className="gh-stepper-notes">
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
        {problem === null ? null : <span data-problem="">{problem}</span>}
      </p>
    </div>
  );
}
