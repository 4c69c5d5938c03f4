import { describeHistories } from './histories.js';

describeHistories('postgres', 150, 150);
