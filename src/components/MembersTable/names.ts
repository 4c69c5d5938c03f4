/** What people are called in sentences: the first of their names, or the address where they have none. */
export function shortName(name: string): string {
  return name.includes('@') ? name : (name.split(/\s+/)[0] ?? name);
}
