import { testRandomHistories } from '../support/random-histories.ts';

testRandomHistories(0);
