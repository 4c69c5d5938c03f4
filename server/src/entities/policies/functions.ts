import { quote, quoteTable } from '../../db/names.js';
import { depthOf, parentOf } from '../kinds.js';
import type { Kind } from '../kinds.js';
import { anyOf, functionOf } from './rule.js';
import type { Question, Rule, Viewer } from './rule.js';

/** A function that looks where the browser’s role may not look. */
export interface PolicyFunction {
  /** Schema and name, quoted. */
  readonly name: string;
  /** Its parameters, by their types. */
  readonly parameters: readonly string[];
  readonly returns: string;
  readonly body: string;
  /** Whether those who are not signed in need it, too. */
  readonly forAnon: boolean;
}

/** What policies call to learn the viewer’s workspaces. Takes nothing, so nobody can ask it about another. */
export const WORKSPACES_FUNCTION = 'guildhall.policy_workspaces';

/** @param user SQL that tells the viewer’s id, or null for nobody */
export const workspacesFunction = (user: string): PolicyFunction => ({
  name: WORKSPACES_FUNCTION,
  parameters: [],
  returns: 'text[]',
  body: `select coalesce(array_agg(m.workspace_id::text), '{}')
    from guildhall.members m join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null
   where m.user_id = (select (${user})::text)`,
  forAnon: false,
});

const INSIDE: Viewer = { me: '$2', mine: '$3' };
const ROW = 't';

/** Every function that the policies of these kinds ask, in the order in which they can be made. */
export function entityFunctions(kinds: readonly Kind[], rule: Rule): PolicyFunction[] {
  // Parents before children: a function’s body is checked when it is made.
  const sorted = kinds.toSorted((one, other) => depthOf(one) - depthOf(other));
  const isParent = (kind: Kind) => kinds.some((other) => parentOf(other)?.name === kind.name);
  const isJoined = ({ place }: Kind) => place.by === 'join' || place.by === 'parentJoin';
  return [
    ...kinds.flatMap((kind) => {
      const siblings = rule.siblings(kind);
      return siblings[0] === kind && siblings.some(isJoined) ? [looseFunction(kind, rule)] : [];
    }),
    ...sorted.flatMap((kind) => [
      ...placeFunctions(kind),
      ...(isParent(kind) ? [holdsFunction(kind, rule), publicFunction(kind, rule)] : []),
    ]),
    ...sorted.filter((kind) => isParent(kind) || isJoined(kind)).map((kind) => writesFunction(kind, rule)),
  ];
}

/** The parameter has the type of the id’s column, whatever that is, so that its index serves. */
function about(question: Question, kind: Kind, body: string): PolicyFunction {
  const isAnybodys = question === 'public' || question === 'public_in';
  const entity = `${quoteTable(kind.table)}.${quote(kind.id)}%type`;
  return {
    name: functionOf(question, kind),
    parameters: isAnybodys || question === 'loose' ? [entity] : [entity, 'text', 'text[]'],
    returns: 'boolean',
    body: `select ${body}`,
    forAnon: isAnybodys,
  };
}

const itself = (kind: Kind, condition: string) =>
  `exists (select from ${quoteTable(kind.table)} ${ROW} where ${ROW}.${quote(kind.id)} = $1 and (${condition}))`;

const holdsFunction = (kind: Kind, rule: Rule) =>
  about('holds', kind, itself(kind, anyOf(rule.holds(kind, ROW, INSIDE))));
const publicFunction = (kind: Kind, rule: Rule) => about('public', kind, itself(kind, rule.isPublic(kind, ROW)));
/** Of the row, so by whichever of its table’s kinds allows it. */
const writesFunction = (kind: Kind, rule: Rule) =>
  about('writes', kind, itself(kind, anyOf(rule.siblings(kind).map((one) => rule.writes(one, ROW, INSIDE)))));

/** Whether no join table has it, of all that place rows of this table. */
function looseFunction(kind: Kind, rule: Rule): PolicyFunction {
  const absences = rule
    .siblings(kind)
    .flatMap(({ place }) =>
      place.by === 'join' || place.by === 'parentJoin'
        ? [`not exists (select from ${quoteTable(place.table)} j where j.${quote(place.entityColumn)} = $1)`]
        : [],
    );
  return about('loose', kind, absences.join('\n     and '));
}

/** What a join table tells: the workspaces, or the parents. */
function placeFunctions(kind: Kind): PolicyFunction[] {
  const { place } = kind;
  if (place.by !== 'join' && place.by !== 'parentJoin') return [];
  const joined = (condition: string) =>
    `exists (select from ${quoteTable(place.table)} j where j.${quote(place.entityColumn)} = $1 and ${condition})`;
  if (place.by === 'join') return [about('in', kind, joined(`j.${quote(place.workspaceColumn)}::text = any ($3)`))];
  const parent = `j.${quote(place.parentColumn)}`;
  return [
    about('in', kind, joined(`${functionOf('holds', place.parent)}(${parent}, $2, $3)`)),
    about('public_in', kind, joined(`${functionOf('public', place.parent)}(${parent})`)),
  ];
}
