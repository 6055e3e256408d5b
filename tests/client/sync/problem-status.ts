import type { ProblemCode } from '../../../src/domain/problem.ts';

/** The statuses that problems travel with, as far as these tests need them. */
export const problemStatus: Partial<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'sign-in-needed': 401,
  'code-unknown': 404,
  'not-found': 404,
  'epoch-changed': 410,
  'too-large': 413,
  'upgrade-needed': 426,
  busy: 429,
};
