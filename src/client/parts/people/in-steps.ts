/** As long as a step may take, ms: on a tablet four times slower than this it is still far from a jerk. */
const stepMs = 6;

/** Between two looks at the clock. */
const perLook = 8;

interface Steps<Item> {
  /** Told of each item, in order. */
  each: (item: Item) => void;
  /** Told after every step, and whether it was the last. */
  onStep: (isDone: boolean) => void;
}

/**
 * Goes through a long list in short steps, so that the screen goes on answering. The first step is taken
 * at once. Returns what stops it.
 */
export function inSteps<Item>(items: readonly Item[], { each, onStep }: Steps<Item>): () => void {
  let at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function step(): void {
    const until = performance.now() + stepMs;
    do {
      for (let look = 0; look < perLook && at < items.length; look += 1, at += 1) {
        each(items[at] as Item);
      }
    } while (at < items.length && performance.now() < until);
    const isDone = at >= items.length;
    if (!isDone) timer = setTimeout(step, 0);
    onStep(isDone);
  }

  step();
  return () => clearTimeout(timer);
}
