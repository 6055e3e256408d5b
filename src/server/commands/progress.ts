/** One line on a terminal that says how far a long job is; nothing where nobody watches. */
export interface Progress {
  show: (words: string) => void;
  /** Wipes the line. */
  end: () => void;
}

const restMs = 100;

export function createProgress(stream: NodeJS.WriteStream, now: () => number): Progress {
  if (!stream.isTTY) return { show: () => {}, end: () => {} };
  let shownAt = -restMs;
  return {
    show(words) {
      if (now() - shownAt < restMs) return;
      shownAt = now();
      stream.write(`\r\u001B[K${words}`);
    },
    end: () => void stream.write('\r\u001B[K'),
  };
}
