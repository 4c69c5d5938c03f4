import { randomFrom } from './random.js';
import type { WorldEntity, WorldEntityKind } from './world.js';

/** What an AI chat app registers: chats in one workspace each, assistants and prompts in as many as one likes. */
export const SAMPLE_KINDS: readonly WorldEntityKind[] = [
  { kind: 'chat' },
  { kind: 'assistant', isJoined: true },
  { kind: 'prompt', isJoined: true },
];

/** What it is that people talk about. */
const SUBJECTS = [
  'the spring launch',
  'pricing for schools',
  'the Q3 board deck',
  'onboarding emails',
  'invoice reminders',
  'the support backlog',
  'our brand voice',
  'the Lisbon offsite',
  'hiring a designer',
  'the data warehouse',
  'churn in small teams',
  'the mobile beta',
  'GDPR requests',
  'the new homepage',
  'customer interviews',
  'the partner programme',
  'release 4.2',
  'last week’s outage',
  'the Café Müller pitch',
  '東京オフィス',
  'фирменный стиль',
] as const;

const CHATS = [
  (subject: string) => `Notes on ${subject}`,
  (subject: string) => `Draft: ${subject}`,
  (subject: string) => `Questions about ${subject}`,
  (subject: string) => `Summary of ${subject}`,
  (subject: string) => `Ideas for ${subject}`,
  (subject: string) => `What could go wrong with ${subject}?`,
  (subject: string) => `Shorten this text about ${subject}`,
  (subject: string) => `Email about ${subject}`,
  (subject: string) =>
    `Compare the three proposals for ${subject}, list what speaks against each, and say what you would ask before deciding`,
  () => 'خطة إطلاق المنتج',
  // Chats begin without a title.
  () => '',
] as const;

const ASSISTANTS = [
  ['Copy editor', '✏️'],
  ['Contract reader', '📜'],
  ['SQL helper', '🗄️'],
  ['Support triage', '🛟'],
  ['Meeting minutes', '📝'],
  ['Release notes', '🚀'],
  ['Research assistant', '🔎'],
  ['Deutsch–English', '🌍'],
  ['Brand voice', '🎨'],
  ['Interview coach', '🎙️'],
] as const;

const PROMPTS = [
  'Explain like I am new here',
  'Rewrite in plain language',
  'Find the weak points',
  'Turn into bullet points',
  'Weekly status report',
  'Polite reminder',
  'Product description, 50 words',
  'Follow-up after a call',
  'Summarise for the board',
  'Five headlines',
  'Réponse à un avis client',
  'Test cases from a user story',
] as const;

const DAY = 24 * 3_600_000;

/** What {@link sampleEntities} makes. */
export interface SampleEntitiesOptions {
  /** How many: four in five are chats. */
  readonly count: number;
  readonly workspaceId: string;
  /** Users who made them; the first ones made more. */
  readonly creatorIds: readonly string[];
  /** ISO 8601. The latest change is minutes before, the first half a year. */
  readonly now: string;
  readonly seed: number;
}

function titleOf(kind: string, number: number, pick: <T>(from: readonly T[]) => T | undefined) {
  const again = (length: number) => (number > length ? ` ${Math.ceil(number / length)}` : '');
  if (kind === 'chat') return { title: pick(CHATS)?.(pick(SUBJECTS) ?? '') ?? '', icon: null };
  if (kind === 'prompt')
    return { title: `${PROMPTS[(number - 1) % PROMPTS.length]}${again(PROMPTS.length)}`, icon: null };
  const [name, icon] = ASSISTANTS[(number - 1) % ASSISTANTS.length] ?? ['', null];
  return { title: `${name}${again(ASSISTANTS.length)}`, icon };
}

function kindOf(chance: number): 'chat' | 'assistant' | 'prompt' {
  if (chance < 0.8) return 'chat';
  return chance < 0.88 ? 'assistant' : 'prompt';
}

/** Entities as people make them: most lately, most private, most by a few. The same options make the same ones. */
export function sampleEntities({ count, workspaceId, creatorIds, now, seed }: SampleEntitiesOptions): WorldEntity[] {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[], bias = 1) => from[Math.floor(random() ** bias * from.length)];
  const numbers = { chat: 0, assistant: 0, prompt: 0 };
  return Array.from({ length: count }, () => {
    const kind = kindOf(random());
    const number = (numbers[kind] += 1);
    const updated = Date.parse(now) - Math.round(random() ** 3 * 180 * DAY) - 60_000;
    return {
      kind,
      id: `${workspaceId}-${kind}-${number}`,
      ...titleOf(kind, number, pick),
      workspaceIds: [workspaceId],
      creatorId: pick(creatorIds, 2) ?? null,
      sharing: random() < 0.08 ? 'public' : 'private',
      createdAt: new Date(updated - Math.round(random() ** 2 * 30 * DAY)).toISOString(),
      updatedAt: new Date(updated).toISOString(),
    };
  });
}
