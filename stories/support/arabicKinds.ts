import type { EntityKindWords } from '../../src/provider/entityKinds.js';

/** The host's words for what it holds, in Arabic, which has a plural for two and more of them for more. */
export const arabicKinds: readonly EntityKindWords[] = [
  {
    kind: 'chat',
    label: 'المحادثات',
    counted: {
      zero: 'لا محادثات',
      one: 'محادثة واحدة',
      two: 'محادثتان',
      few: '{count} محادثات',
      many: '{count} محادثة',
      other: '{count} محادثة',
    },
    href: ({ id }) => `#/chats/${id}`,
  },
  { kind: 'assistant', label: 'المساعدون', counted: { few: '{count} مساعدين', other: '{count} مساعد' } },
];
