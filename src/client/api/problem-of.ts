import * as v from 'valibot';
import {
  Problem,
  problemCodes,
  type ProblemCode,
  type ProblemDetails,
} from '../../domain/problem.ts';
import { mediaType } from '../../protocol/messages.ts';

const problemBody = v.object({
  code: v.picklist(problemCodes),
  retryAfterMs: v.optional(v.pipe(v.number(), v.minValue(0))),
  epoch: v.optional(v.string()),
});

/**
 * Statuses that mean the same whoever says them: proxies on the way refuse what is too large, too much
 * or too late for them, in words of their own.
 */
const codeByStatus: Readonly<Record<number, ProblemCode>> = {
  413: 'too-large',
  429: 'busy',
  502: 'busy',
  503: 'busy',
  504: 'busy',
  507: 'server-full',
};

/** What stopped the work, from an answer that is not a success. `text` is its body. */
export function problemOf(response: Response, text: string): Problem {
  const retryAfterMs = readRetryAfter(response.headers.get('Retry-After'));
  const waiting: ProblemDetails = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (hasMediaType(response, mediaType.problem)) {
    const read = v.safeParse(problemBody, parseJson(text));
    if (read.success) {
      const { code, retryAfterMs: waitMs, epoch } = read.output;
      return new Problem(code, {
        ...waiting,
        ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }),
        ...(epoch === undefined ? {} : { epoch }),
      });
    }
    // A problem of a later version than this program.
    return new Problem(codeByStatus[response.status] ?? 'unexpected', waiting);
  }
  return new Problem(codeByStatus[response.status] ?? 'foreign-answer', waiting);
}

/** True if the answer says that it is of that type, whatever its parameters. */
export function hasMediaType(response: Response, type: string): boolean {
  const stated = response.headers.get('Content-Type') ?? '';
  return stated.split(';', 1)[0]?.trim().toLowerCase() === type;
}

/** The value of a JSON text; undefined if it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds, the only form our server and common proxies use. */
function readRetryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}
