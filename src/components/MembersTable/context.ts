import { createContext, useContext } from 'react';
import type { Workspace } from '../../contract/index.js';
import type { Format, MessageOverrides, Translate } from '../../i18n/index.js';
import type { membersTableMessages } from './MembersTable.messages.js';
import type { MembersOperations, MembersTableViewProps, Question } from './types.js';
import type { useFeedback } from './useFeedback.js';

/** The words of the table, in the viewer's language. */
export type Words = Translate<(typeof membersTableMessages)['messages']>;

/** What says what was done: aloud, in its row, with a way to undo it until something else is done. */
type Tellers = ReturnType<typeof useFeedback>['tellers'];

/** What every part of the table reads. It changes when the workspace does, not when a row does. */
export interface MembersContextValue extends Tellers {
  readonly workspace: Workspace;
  readonly operations: MembersOperations;
  readonly t: Words;
  /** The component's own words, for the parts that are loaded later with more of them. */
  readonly overrides: MessageOverrides | undefined;
  readonly explain: (error: unknown) => string;
  readonly format: Format;
  /** Opens the question that comes before something that cannot be undone. */
  readonly ask: (question: Question) => void;
  readonly onLeft: MembersTableViewProps['onLeft'];
}

/** What every part of the table reads. */
export const MembersContext = createContext<MembersContextValue | null>(null);

/** What every part of the table reads. Throws outside of it. */
export function useMembersContext(): MembersContextValue {
  const value = useContext(MembersContext);
  if (value === null) throw new Error('Guildhall: a part of MembersTable stands outside of it.');
  return value;
}
