import { useSyncExternalStore } from 'react';

/** What this browser remembers between visits. A browser that may not remember starts afresh each time. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing is lost but the convenience.
  }
}

/** The workspace that somebody had open last. */
export const lastWorkspace = {
  of: (personId: string): { id: string; name: string } | null =>
    JSON.parse(read(`parley.workspace.${personId}`) ?? 'null'),
  set: (personId: string, workspace: { id: string; name: string }) =>
    write(`parley.workspace.${personId}`, JSON.stringify({ id: workspace.id, name: workspace.name })),
};

const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)';
const PHONE = '(max-width: 767px)';
const listeners = new Set<() => void>();

function onAppearance(listener: () => void): () => void {
  const system = matchMedia(SYSTEM_IS_DARK);
  system.addEventListener('change', listener);
  listeners.add(listener);
  return () => {
    system.removeEventListener('change', listener);
    listeners.delete(listener);
  };
}

type Appearance = 'light' | 'dark';

function currentAppearance(): Appearance {
  const chosen = read('parley.appearance');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia(SYSTEM_IS_DARK).matches ? 'dark' : 'light';
}

/** Light or dark: what was chosen here, or else what the system has. */
export function useAppearance(): [Appearance, (appearance: Appearance) => void] {
  const appearance = useSyncExternalStore(onAppearance, currentAppearance);
  return [appearance, choose];
}

function choose(appearance: Appearance): void {
  write('parley.appearance', appearance);
  for (const listener of listeners) listener();
}

function onWidth(listener: () => void): () => void {
  const phone = matchMedia(PHONE);
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
}

/** Whether there is no room for a sidebar beside the page. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(onWidth, () => matchMedia(PHONE).matches);
}

/** The language of the workspace screens, as it was chosen here. Parley's own words are English. */
export function useLanguage(): [string, (language: string) => void] {
  const language = useSyncExternalStore(onChoice, currentLanguage);
  return [language, chooseLanguage];
}

const currentLanguage = () => read('parley.language') ?? 'en';

function onChoice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function chooseLanguage(language: string): void {
  write('parley.language', language);
  for (const listener of listeners) listener();
}
