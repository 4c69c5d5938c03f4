import type { Table } from '../../db/names.js';
import type { Kind } from '../kinds.js';
import { anyOf, columnOf, functionOf, placeColumn } from './rule.js';
import type { Rule, Viewer } from './rule.js';

/** Who reads and writes the rows of one table, as SQL over a row. */
export interface TableRule {
  readonly table: Table;
  /** The kinds that are in it, or that it places. */
  readonly kinds: readonly Kind[];
  readonly reads: string;
  /** What those read who are not signed in. */
  readonly readsPublic: string;
  /** Of the row as it was: it may be changed and deleted. */
  readonly writes: string;
  /** Of the row as it becomes. */
  readonly puts: string;
}

/** What one kind asks of one table. */
interface Claim {
  readonly table: Table;
  readonly kind: Kind;
  readonly reads: readonly string[];
  readonly readsPublic: string;
  readonly writes: string;
  readonly puts: string;
  /** The column without which this claim says nothing about a row. */
  readonly about: string | null;
}

function ofItself(kind: Kind, rule: Rule, viewer: Viewer): Claim {
  const writes = rule.writes(kind, '', viewer);
  const holds = rule.holds(kind, '', viewer);
  const isPublic = rule.isPublic(kind, '');
  // Whoever writes the parent writes its children, but none in another's name.
  const isSigned = kind.place.by === 'parent' && kind.creator !== null;
  return {
    table: kind.table,
    kind,
    // What the row says of itself is asked before what has to be looked up.
    reads: 'parent' in kind.place ? [...holds, isPublic] : [isPublic, ...holds],
    readsPublic: isPublic,
    writes,
    puts: isSigned ? `${columnOf('', kind.creator ?? '')}::text = ${viewer.me} and ${writes}` : writes,
    about: placeColumn(kind),
  };
}

function ofJoinTable(kind: Kind, { me, mine }: Viewer): Claim | null {
  const { place } = kind;
  if (place.by !== 'join' && place.by !== 'parentJoin') return null;
  const entity = columnOf('', place.entityColumn);
  const writesEntity = `${functionOf('writes', kind)}(${entity}, ${me}, ${mine})`;
  const claim = { table: place.table, kind, about: place.entityColumn };
  if (place.by === 'join') {
    const isMine = `${columnOf('', place.workspaceColumn)}::text = any (${mine})`;
    const writes = `${isMine} and ${writesEntity}`;
    return { ...claim, reads: [isMine], readsPublic: 'false', writes, puts: writes };
  }
  const parent = columnOf('', place.parentColumn);
  const isPublic = `${functionOf('public', place.parent)}(${parent})`;
  const writes = `${functionOf('writes', place.parent)}(${parent}, ${me}, ${mine})`;
  return {
    ...claim,
    reads: [`${functionOf('holds', place.parent)}(${parent}, ${me}, ${mine})`, isPublic],
    readsPublic: isPublic,
    writes,
    // Or else one's own public assistant would publish another's file.
    puts: `${writes} and ${writesEntity}`,
  };
}

function merge(claims: readonly [Claim, ...Claim[]]): TableRule {
  const puts = anyOf(claims.map((claim) => claim.puts));
  // A row may say of itself where it is in two ways; one that is allowed must not carry one that is not.
  const each = claims.flatMap((claim) =>
    claims.length > 1 && claim.about !== null ? [`(${columnOf('', claim.about)} is null or (${claim.puts}))`] : [],
  );
  return {
    table: claims[0].table,
    kinds: claims.map(({ kind }) => kind),
    reads: anyOf(claims.flatMap((claim) => claim.reads)),
    readsPublic: anyOf(claims.map((claim) => claim.readsPublic)),
    writes: anyOf(claims.map((claim) => claim.writes)),
    puts: each.length > 0 ? [`(${puts})`, ...each].join(' and ') : puts,
  };
}

/** One rule for each table of these kinds and for each of their join tables. */
export function tableRules(kinds: readonly Kind[], rule: Rule, viewer: Viewer): TableRule[] {
  const byTable = new Map<string, [Claim, ...Claim[]]>();
  const claims = kinds.flatMap((kind) => [ofItself(kind, rule, viewer), ofJoinTable(kind, viewer)]);
  for (const claim of claims) {
    if (!claim) continue;
    const key = JSON.stringify([claim.table.schema, claim.table.name]);
    const others = byTable.get(key);
    if (others) others.push(claim);
    else byTable.set(key, [claim]);
  }
  return [...byTable.values()].map(merge);
}
