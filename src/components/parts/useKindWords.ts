import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Entity, EntityCount } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { counted } from '../../i18n/counted.js';
import { useGuildhall } from '../../provider/context.js';
import { entityKindMessages } from './entityKinds.messages.js';

/** What the host calls what its workspaces hold. */
export interface KindWords {
  /** "Chats"; the kind's own name where the host has none. */
  labelOf(kind: string): string;
  iconOf(kind: string): ReactNode;
  /** The number alone: "214", "1,000+". Null where it cannot be read. */
  numberOf(count: EntityCount): string | null;
  /** "214 chats", "1,000+ chats". Null where it cannot be read, and where the host has no words for it. */
  countedOf(count: EntityCount): string | null;
  /** "214 chats and 3 assistants", without what there is none of. Null where there is nothing. */
  contentsOf(counts: readonly EntityCount[]): string | null;
  /** In the host's order; what it has not named comes after, as it came. */
  inOrder(counts: readonly EntityCount[]): EntityCount[];
  /** The title, or that there is none. */
  titleOf(entity: Pick<Entity, 'title'>): string;
  /** Where the host shows it; undefined where it has no address. */
  hrefOf(entity: Entity): string | undefined;
}

/** What the host calls what its workspaces hold, with plurals of its language. */
export function useKindWords(): KindWords {
  const { entityKinds, format, locale } = useGuildhall();
  const t = useMessages(entityKindMessages);
  return useMemo(() => {
    const wordsOf = (kind: string) => entityKinds.find((words) => words.kind === kind);
    const rankOf = ({ kind }: EntityCount) => {
      const rank = entityKinds.findIndex((words) => words.kind === kind);
      return rank === -1 ? entityKinds.length : rank;
    };
    const inOrder = (counts: readonly EntityCount[]) => counts.toSorted((a, b) => rankOf(a) - rankOf(b));
    const numberOf = ({ count, isMore }: EntityCount) => {
      if (count === null) return null;
      return isMore ? t('atLeast', { number: format.number(count) }) : format.number(count);
    };
    const countedOf = (one: EntityCount) => {
      const number = numberOf(one);
      const words = wordsOf(one.kind);
      return words && number !== null ? counted(words.counted, one.count ?? 0, number, locale) : null;
    };
    /** Among others a kind without words goes by its own name. */
    const listedOf = (one: EntityCount) => {
      const number = numberOf(one);
      return countedOf(one) ?? (number === null ? [] : t('unnamed', { number, kind: one.kind }));
    };
    return {
      labelOf: (kind) => wordsOf(kind)?.label ?? kind,
      iconOf: (kind) => wordsOf(kind)?.icon ?? null,
      numberOf,
      countedOf,
      contentsOf: (counts) => {
        const said = inOrder(counts.filter(({ count }) => count)).flatMap(listedOf);
        return said.length === 0 ? null : format.list(said);
      },
      inOrder,
      titleOf: ({ title }) => title.trim() || t('untitled'),
      hrefOf: (entity) => {
        const { href } = wordsOf(entity.kind) ?? {};
        return href ? href(entity) : (entity.url ?? undefined);
      },
    };
  }, [entityKinds, format, locale, t]);
}
