import { Problem } from '../../domain/problem.ts';
import type { Deadline } from './deadline.ts';
import { parseJson } from './problem-of.ts';

/**
 * Hands over each line of an answer as it comes, one after the other. The deadline begins anew with
 * every piece that arrives, so a long answer on a slow line is not cut off. Ends quietly where the answer
 * breaks off. Throws `Problem` `timeout` if nothing comes any more, `foreign-answer` for a whole line that
 * is not JSON, and whatever `onLine` throws.
 */
export async function readLines(
  response: Response,
  deadline: Deadline,
  onLine: (line: unknown) => Promise<void>,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const piece = await readPiece(reader, deadline);
      rest += piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) await onLine(valueOf(line));
      if (!piece) break;
      deadline.extend();
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  // The last line may come without its end; a part of one is no JSON.
  const last = parseJson(rest);
  if (last !== undefined) await onLine(last);
}

/** The next piece; undefined at the end, and where the connection breaks. */
async function readPiece(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  deadline: Deadline,
): Promise<Uint8Array | undefined> {
  try {
    return (await deadline.hold(reader.read())).value;
  } catch (failure) {
    if (failure instanceof Problem) throw failure;
    if (deadline.signal.aborted) throw new Problem('timeout', {}, failure);
    return undefined;
  }
}

function valueOf(line: string): unknown {
  const value = parseJson(line);
  if (value === undefined) throw new Problem('foreign-answer');
  return value;
}
