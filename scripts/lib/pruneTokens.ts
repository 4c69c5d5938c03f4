/** A custom property and its value, in a minified stylesheet. */
const DECLARATION = /(--[\w-]+):([^;{}]*)(?:;|(?=\}))/g;
const EMPTY_RULE = /[^{};]+\{\}/g;

/** The custom properties that a text asks for. */
function tokensIn(text: string): string[] {
  return [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name);
}

/**
 * A minified stylesheet without the custom properties that nothing needs: neither what is named, nor what these are
 * made of. Radix's scales have hundreds, of which an interface needs a few dozen.
 *
 * @param needed names, with their dashes
 * @example pruneTokens(':root{--a:var(--b);--b:1;--c:2}', ['--a']) // ':root{--a:var(--b);--b:1;}'
 */
export function pruneTokens(css: string, needed: readonly string[]): string {
  const declarations = [...css.matchAll(DECLARATION)].map(([, name = '', value = '']) => ({ name, value }));
  const kept = new Set([...needed, ...tokensIn(css.replace(DECLARATION, ''))]);
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const { name, value } of declarations)
      if (kept.has(name)) for (const token of tokensIn(value)) kept.add(token);
  }
  let pruned = css.replace(DECLARATION, (declaration, name: string) => (kept.has(name) ? declaration : ''));
  for (let before = ''; before !== pruned;) {
    before = pruned;
    pruned = pruned.replace(EMPTY_RULE, '');
  }
  return pruned;
}
