import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem, type ProblemCode } from '../../domain/problem.ts';
import { useStable } from './use-stable.ts';

/** What was asked of home, and how the asking goes. */
export interface Asked<T> {
  /** The last answer, and when it came, ms; undefined until the first. */
  last: { value: T; at: number } | undefined;
  /** What stopped the last try; the last answer stays. */
  problem: ProblemCode | undefined;
  isAsking: boolean;
  /** Asks again at once. */
  askAgain: () => void;
}

interface UseAskedOptions {
  /** The clock, ms. */
  now: () => number;
  /** Asks again when this changes. */
  whenever?: unknown;
  /** Also asks again so often while the page is in sight, ms; left out, it does not. */
  everyMs?: number;
}

/**
 * Asks home for something that is kept nowhere here, when the screen opens and as often as wanted: never
 * twice at once, and never while nobody looks. `inputs` say when it is another question.
 */
export function useAsked<T>(
  ask: () => Promise<T>,
  inputs: readonly unknown[],
  { now, whenever, everyMs }: UseAskedOptions,
): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'askAgain'>>(nothing);
  const [turn] = useState({ question: 0, isAsking: false, isWantedAgain: false });

  const askNow = useStable(async () => {
    if (turn.isAsking) return;
    const { question } = turn;
    turn.isAsking = true;
    turn.isWantedAgain = false;
    setState(before => ({ ...before, isAsking: true }));
    const outcome = await answerTo(ask);
    // Meanwhile it may have become another question, which has been asked.
    if (question !== turn.question) return;
    turn.isAsking = false;
    setState(before => ({
      last: 'value' in outcome ? { value: outcome.value, at: now() } : before.last,
      problem: 'value' in outcome ? undefined : outcome.problem,
      isAsking: false,
    }));
    if (turn.isWantedAgain) void askNow();
  });
  const askIfSeen = useStable(() => {
    if (document.visibilityState !== 'visible') return;
    turn.isWantedAgain = true;
    void askNow();
  });

  useEffect(() => {
    setState(nothing);
    turn.isAsking = false;
    void askNow();
    return () => {
      turn.question += 1;
    };
  }, inputs);

  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) askIfSeen();
    isFirst.current = false;
  }, [whenever]);

  useEffect(() => {
    document.addEventListener('visibilitychange', askIfSeen);
    const timer = everyMs === undefined ? undefined : setInterval(askIfSeen, everyMs);
    return () => {
      document.removeEventListener('visibilitychange', askIfSeen);
      clearInterval(timer);
    };
  }, [everyMs]);

  const askAgain = useStable(() => void askNow());
  return { ...state, askAgain };
}

const nothing = { last: undefined, problem: undefined, isAsking: true };

/** What came of asking. What is no `Problem` is a bug: shown as one, and reported as one. */
async function answerTo<T>(
  ask: () => Promise<T>,
): Promise<{ value: T } | { problem: ProblemCode }> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (error instanceof Problem) return { problem: error.code };
    queueMicrotask(() => {
      throw error;
    });
    return { problem: 'unexpected' };
  }
}
