import { describeHistories } from './histories.js';

describeHistories('pglite', 0, 150);
