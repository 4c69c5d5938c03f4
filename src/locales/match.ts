/** The language and script of a tag, such as `zh-Hans`; undefined where it is no BCP 47 tag. */
function written(locale: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(locale).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}

/**
 * Which of the languages that there are to show for a BCP 47 tag: the same language in the same script, whatever its
 * region. So `zh-CN` gets `zh-Hans`, `pt-PT` gets `pt-BR`, and `zh-TW`, in another script, gets neither.
 */
export function matchLocale<L extends string>(locale: string, available: readonly L[]): L | undefined {
  const wanted = written(locale);
  return wanted === undefined ? undefined : available.find((one) => written(one) === wanted);
}
