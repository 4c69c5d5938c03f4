import { createSimulator } from './createSimulator.js';

const DEFAULT_PORT = 12_111;

const simulator = await createSimulator({ port: Number(process.env['PORT'] ?? DEFAULT_PORT) });
process.stdout.write(`A local Stripe listens on ${simulator.url}. Any key of the form sk_test_… opens it.\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)));
}
