/** One line of a menu that does something. */
export interface MenuAction {
  kind: 'action';
  label: string;
  onSelect: () => void;
  /** A second line. */
  description?: string | undefined;
  /** Why it cannot be chosen now, as a second line. It stays reachable, so that the reason can be read. */
  reason?: string | null | undefined;
  destructive?: boolean | undefined;
}

/** One of several values. */
export interface MenuOption<V extends string = string> {
  value: V;
  label: string;
  description?: string | undefined;
  reason?: string | null | undefined;
}

/** A choice of one value among several. */
export interface MenuChoice<V extends string = string> {
  kind: 'choice';
  label: string;
  /** Null for none of them. */
  value: V | null;
  options: readonly MenuOption<V>[];
  onChoose: (value: V) => void;
}

/** A menu in the menu. */
export interface MenuBranch {
  kind: 'branch';
  label: string;
  entries: readonly MenuEntry[];
}

/** What a menu is made of, from the top down. */
export type MenuEntry = MenuAction | MenuChoice | MenuBranch | { kind: 'separator' };

/** A choice, with its values' type checked and then forgotten, so that it fits among a menu's entries. */
export function choice<V extends string>(entry: Omit<MenuChoice<V>, 'kind'>): MenuChoice {
  const onChoose = (value: string) => {
    const chosen = entry.options.find((option) => option.value === value);
    if (chosen) entry.onChoose(chosen.value);
  };
  return { ...entry, kind: 'choice', onChoose };
}
