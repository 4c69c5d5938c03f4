/** A seeded chat: who began it, in which workspace, and what was said, the person first and then in turn. */
export interface SeedChat {
  id: string;
  workspaceId: string;
  userId: string;
  name: string;
  assistantId?: string;
  hoursAgo: number;
  messages: readonly string[];
}

/** A seeded assistant or prompt. */
export interface SeedItem {
  id: string;
  workspaceId: string;
  userId: string;
  name: string;
  content: string;
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
    hoursAgo: 74,
    messages: [
      'Ten names for a line of notebooks made from offcuts. Short, no puns, works in Japanese too.',
      'Nagori, Hata, Odd Leaf, Kiri, Second Edge, Hashi, Trim, Yohaku, Margin, Sora.',
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
    workspaceId: 'northwind-studio',
    userId: 'priya',
    name: 'Brief writer',
    content: 'Ask for the audience, the one thing they should do, and the deadline. Then write a brief of one page.',
  },
  {
    id: 'contract-reader',
    workspaceId: 'northwind-studio',
    userId: 'jonas',
    name: 'Contract reader',
    content:
      'Read a contract and list, in plain words: what we promise, by when, what it costs to leave, and what is unusual.',
  },
  {
    id: 'brand-voice',
    workspaceId: 'northwind-studio',
    userId: 'amara',
    name: 'Brand voice checker',
    content:
      'Compare a text with our voice: warm, exact, never shouting. Mark what is off and offer one better sentence each.',
  },
  {
    id: 'interview-synthesis',
    workspaceId: 'atlas-research-lab',
    userId: 'meiling',
    name: 'Synthesis partner',
    content: 'Group observations by what people did, not by what they said they like. Keep each quote with its source.',
  },
];

export const PROMPTS: SeedItem[] = [
  {
    id: 'weekly-update',
    workspaceId: 'northwind-studio',
    userId: 'sofia',
    name: 'Weekly client update',
    content: 'Write an update for the client: what we finished this week, what comes next, and what we need from them.',
  },
  {
    id: 'interview-notes',
    workspaceId: 'northwind-studio',
    userId: 'meiling',
    name: 'Interview synthesis',
    content:
      'From these interview notes, list what surprised us, what we heard three times or more, and what to ask next.',
  },
];
