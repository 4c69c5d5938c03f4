import { fileURLToPath } from 'node:url';

// Built two folders below the repository, whose node_modules it borrows.
const root = fileURLToPath(new URL('../../../', import.meta.url));

export default { turbopack: { root }, outputFileTracingRoot: root, typescript: { ignoreBuildErrors: true } };
