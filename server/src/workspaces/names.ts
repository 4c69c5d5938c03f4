const MAX_NAME = 80;

/** A name as the contract allows it: one line of 80 characters at most, cut between characters as people see them. */
export function fitName(text: string, otherwise: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  let result = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (result.length + segment.length > MAX_NAME) break;
    result += segment;
  }
  return result.trim() || otherwise;
}
