/** A seeded chat: who began it, in which workspace, and what was said, the person first and then in turn. */
export interface SeedChat {
  id: string;
  workspaceId: string;
  userId: string;
  name: string;
  assistantId?: string;
  sharing?: 'public';
  hoursAgo: number;
  messages: readonly string[];
}

/** A seeded assistant, prompt or file. */
export interface SeedItem {
  id: string;
  /** All workspaces that it is in. */
  workspaceIds: readonly string[];
  userId: string;
  name: string;
  sharing?: 'public';
  daysAgo: number;
  content: string;
}

/** A seeded file, and the assistants that read it. */
export interface SeedFile extends SeedItem {
  type: string;
  assistantIds?: readonly string[];
}

export const CHATS: SeedChat[] = [
  {
    id: 'autumn-campaign',
    workspaceId: 'northwind-studio',
    userId: 'amara',
    name: 'Autumn campaign tone of voice',
    assistantId: 'brand-voice',
    hoursAgo: 2,
    messages: [
      'Make the second paragraph warmer, but keep the offer date and the price as they are.',
      'Here is a warmer second paragraph. The date and the price are unchanged.\n\n> We kept the mornings slow this year, so the harvest could take its time. Until 30 November the first box is yours for $28, delivered on the day you choose.',
      'Better. Now a subject line under 40 characters.',
      'Slow mornings, first box for $28 (32 characters)',
    ],
  },
  {
    id: 'harbour-pitch',
    workspaceId: 'northwind-studio',
    userId: 'priya',
    name: 'Harbour pitch, second draft',
    assistantId: 'brief-writer',
    hoursAgo: 5,
    messages: [
      'Cut the pitch to three arguments, strongest first. The client reads on a phone.',
      'Three arguments, each under 40 words:\n\n> 1. You already own the view. Show it before you say it.\n\n> 2. Regulars bring newcomers: give them something to hand on.\n\n> 3. Winter is the quiet season for others. It does not have to be for you.',
    ],
  },
  {
    id: 'client-call',
    workspaceId: 'northwind-studio',
    userId: 'tomas',
    name: 'Summary of the client call',
    hoursAgo: 27,
    messages: [
      'Summarise my notes: moved launch to 12 Jan, two rounds of changes, Sofia owns the schedule, budget unchanged.',
      'The launch moves to 12 January with two rounds of changes. Sofia keeps the schedule. The budget stays as agreed.',
    ],
  },
  {
    id: 'spring-line',
    workspaceId: 'northwind-studio',
    userId: 'hanako',
    name: 'Naming the spring line',
    sharing: 'public',
    hoursAgo: 74,
    messages: [
      'Ten names for a line of notebooks made from offcuts. Short, no puns, works in Japanese too.',
      'Nagori, Hata, Odd Leaf, Kiri, Second Edge, Hashi, Trim, Yohaku, Margin, Sora.',
    ],
  },
  {
    id: 'retainer-terms',
    workspaceId: 'northwind-studio',
    userId: 'jonas',
    name: 'Terms of the Keller retainer',
    assistantId: 'contract-reader',
    hoursAgo: 31,
    messages: [
      'What do we promise in the Keller contract, and by when?',
      'Two concepts by 4 December, three rounds of changes, and answers within one working day. Leaving costs a month’s fee.',
    ],
  },
  {
    id: 'motion-brief',
    workspaceId: 'northwind-studio',
    userId: 'zoe',
    name: 'Motion brief for the harbour film',
    assistantId: 'brief-writer',
    hoursAgo: 46,
    messages: [
      'Turn these notes into a brief: 20 seconds, no voice, ends on the lighthouse, subtitles in three languages.',
      'Audience: visitors who plan the weekend. One thing to do: open the timetable. The film ends on the lighthouse, holds for two seconds, then the address.',
    ],
  },
  {
    id: 'type-pairings',
    workspaceId: 'northwind-studio',
    userId: 'daniel',
    name: 'Type pairings for the menu',
    hoursAgo: 98,
    messages: [
      'Three pairings for a menu in German and Japanese, one of them without a serif.',
      'A slab with a rounded gothic for warmth; a grotesque with a plain gothic for order; a humanist sans with a brush for occasions.',
    ],
  },
  {
    id: 'onboarding-plan',
    workspaceId: 'northwind-studio',
    userId: 'anais',
    name: 'First week of an intern',
    hoursAgo: 120,
    messages: [
      'A first week for an intern: who to meet, what to try, what to finish.',
      'Monday people, Tuesday tools, Wednesday a small page of their own, Thursday a client call to listen to, Friday what surprised them.',
    ],
  },
  {
    id: 'budget-questions',
    workspaceId: 'northwind-studio',
    userId: 'oluwaseun.adeyemi-bartholomew',
    name: 'Questions about the media budget',
    hoursAgo: 150,
    messages: [
      'What would you ask before doubling a media budget?',
      'What did the last third of it bring, who would notice if it stopped, and what would the same sum do for the shop window?',
    ],
  },
  {
    id: 'issue-nine',
    workspaceId: 'field-notes-co-op',
    userId: 'daniel',
    name: 'Contents of issue nine',
    hoursAgo: 20,
    messages: [
      'What is missing from this list: walks, tools, one recipe, two letters?',
      'Something to look at. A spread of sketches between the tools and the recipe would give it air.',
    ],
  },
  {
    id: 'interview-guide',
    workspaceId: 'atlas-research-lab',
    userId: 'meiling',
    name: 'Interview guide, first round',
    hoursAgo: 50,
    messages: [
      'Five opening questions that do not lead.',
      'Start with the last time it happened: when was it, where were you, what did you do first, who else was there, how did it end?',
    ],
  },
];

export const ASSISTANTS: SeedItem[] = [
  {
    id: 'brief-writer',
    workspaceIds: ['northwind-studio'],
    userId: 'priya',
    name: 'Brief writer',
    daysAgo: 3,
    content: 'Ask for the audience, the one thing they should do, and the deadline. Then write a brief of one page.',
  },
  {
    id: 'contract-reader',
    workspaceIds: ['northwind-studio'],
    userId: 'jonas',
    name: 'Contract reader',
    daysAgo: 12,
    content:
      'Read a contract and list, in plain words: what we promise, by when, what it costs to leave, and what is unusual.',
  },
  {
    id: 'brand-voice',
    workspaceIds: ['northwind-studio'],
    userId: 'amara',
    name: 'Brand voice checker',
    daysAgo: 1.5,
    content:
      'Compare a text with our voice: warm, exact, never shouting. Mark what is off and offer one better sentence each.',
  },
  {
    id: 'interview-synthesis',
    workspaceIds: ['atlas-research-lab'],
    userId: 'meiling',
    name: 'Synthesis partner',
    daysAgo: 6,
    content: 'Group observations by what people did, not by what they said they like. Keep each quote with its source.',
  },
];

export const PROMPTS: SeedItem[] = [
  {
    id: 'weekly-update',
    workspaceIds: ['northwind-studio'],
    userId: 'sofia',
    name: 'Weekly client update',
    daysAgo: 4,
    sharing: 'public',
    content: 'Write an update for the client: what we finished this week, what comes next, and what we need from them.',
  },
  {
    id: 'interview-notes',
    workspaceIds: ['northwind-studio', 'atlas-research-lab'],
    userId: 'meiling',
    name: 'Interview synthesis',
    daysAgo: 9,
    content:
      'From these interview notes, list what surprised us, what we heard three times or more, and what to ask next.',
  },
];

export const FILES: SeedFile[] = [
  {
    id: 'voice-guide',
    workspaceIds: ['northwind-studio'],
    userId: 'amara',
    name: 'voice-guide.md',
    type: 'text/markdown',
    daysAgo: 20,
    content:
      'Warm, exact, never shouting.\n\nSay what it is before you say what it is like. Numbers stay as they are. One idea in a sentence.',
    assistantIds: ['brand-voice', 'brief-writer'],
  },
  {
    id: 'rates',
    workspaceIds: ['northwind-studio'],
    userId: 'jonas',
    name: 'rates-2026.csv',
    type: 'text/csv',
    daysAgo: 33,
    content: 'role,day rate (EUR)\nConcept,840\nDesign,760\nCopy,720\nProduction,640',
    assistantIds: ['contract-reader'],
  },
  {
    id: 'interviews',
    workspaceIds: ['northwind-studio', 'atlas-research-lab'],
    userId: 'meiling',
    name: 'interviews-round-one.txt',
    type: 'text/plain',
    daysAgo: 8,
    content:
      'P1 keeps a paper list by the door and copies it on Sundays.\nP2 never opens the app twice in a day.\nP3 asks her son.',
    assistantIds: ['interview-synthesis'],
  },
];
