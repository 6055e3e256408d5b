import { Problem } from '../../domain/problem.ts';
import type { Credentials } from './round-world.ts';

/** Anybody's token delivers everybody's work (rule 7.5): tries each until one is still good. */
export async function withAnyToken<T>(
  people: readonly Credentials[],
  work: (person: Credentials, others: string[]) => Promise<T>,
): Promise<T> {
  let refused = new Problem('sign-in-needed');
  for (const person of people) {
    const others = people.filter(other => other !== person).map(other => other.token);
    try {
      return await work(person, others);
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.code !== 'sign-in-needed') throw failure;
      refused = failure;
    }
  }
  throw refused;
}
