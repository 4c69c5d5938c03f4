/**
 * Where a text stops being JSON: the number of characters before the first one that is wrong.
 * `JSON.parse` names the position in some of its messages only, so the longest beginning that merely
 * ends too early is searched for, in as many parses as the length has binary digits.
 */
export function jsonErrorPosition(text: string): number {
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const length = Math.floor((good + bad) / 2);
    if (endsTooEarly(text.slice(0, length))) good = length;
    else bad = length;
  }
  return good;
}

/** Whether a text could still become JSON if more followed. */
function endsTooEarly(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Unexpected end') || text.trim() === '') return true;
    const position = /at position (\d+)/.exec(message)?.[1];
    return (position !== undefined && Number(position) >= text.length) || message.startsWith('Unterminated string');
  }
}
