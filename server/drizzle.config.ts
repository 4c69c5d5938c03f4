import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name what-changed`, in server/, writes the next migration. */
export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/db/schema.ts', './src/db/billingSchema.ts', './src/db/inboxSchema.ts'],
  out: './migrations',
  casing: 'snake_case',
});
