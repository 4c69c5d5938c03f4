import { format } from 'oxfmt';
import settings from '../../.oxfmtrc.json' with { type: 'json' };

/** A source text as `npm run format` would leave it. */
export async function formatted(fileName: string, text: string): Promise<string> {
  const { $schema: _, ignorePatterns: __, ...options } = settings;
  const { code, errors } = await format(fileName, text, options as Parameters<typeof format>[2]);
  if (errors.length > 0) throw new Error(`${fileName} cannot be formatted: ${JSON.stringify(errors)}`);
  return code;
}
