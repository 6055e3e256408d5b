import * as v from 'valibot';
import { Problem } from '../../domain/problem.ts';
import { mediaType } from '../../protocol/messages.ts';
import { startDeadline, type Deadline, type Timers } from './deadline.ts';
import { pack } from './packing.ts';
import { hasMediaType, parseJson, problemOf } from './problem-of.ts';

/** What asking needs of the world. */
export interface Network {
  fetch: (path: string, init: RequestInit) => Response | Promise<Response>;
  /** The device's clock, ms. */
  now: () => number;
  timers: Timers;
}

/** One question to home. */
export interface Question {
  path: string;
  /** Sent as JSON, packed if that pays. Without one the question is a GET. */
  body?: unknown;
  token?: string;
}

/** An answer, and when on the device's clock its question left and it came: for measuring the clock. */
export interface Timed<T> {
  answer: T;
  askedAt: number;
  answeredAt: number;
}

/** Least time for an answer, and what is added for sending on a line of 32 kbit/s. */
const deadlineMs = 30_000;
const bytesPerMs = 4;

/** A question as it travels. */
export interface Exchange {
  path: string;
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH';
  headers: Record<string, string>;
  token: string | undefined;
  body?: ArrayBuffer | string;
  /** Length of the body. */
  bytes: number;
  /** Whether the browser may answer from what it kept; else it never does. */
  mayBeKept?: boolean;
}

/**
 * The one place that calls fetch. Everything that goes wrong is a `Problem`: `offline`, `timeout`,
 * `foreign-answer` (a portal's page, a redirect, anything that does not read as home's answer), or the
 * code that home gave.
 */
export function createHttp({ fetch, now, timers }: Network) {
  /** Sends one question, and has whatever answer comes taken while the deadline runs. */
  async function exchange<T>(
    { path, method, headers, token, body, bytes, mayBeKept = false }: Exchange,
    take: (response: Response, deadline: Deadline) => Promise<T>,
  ): Promise<Timed<T>> {
    const deadline = startDeadline(timers, deadlineMs + bytes / bytesPerMs);
    const init: RequestInit = {
      method,
      headers: token === undefined ? headers : { ...headers, Authorization: `Bearer ${token}` },
      cache: mayBeKept ? 'default' : 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: deadline.signal,
      ...(body === undefined ? {} : { body }),
    };
    try {
      const askedAt = now();
      const response = await reach(deadline, async () => fetch(path, init));
      const answeredAt = now();
      return { answer: await take(response, deadline), askedAt, answeredAt };
    } finally {
      deadline.stop();
    }
  }

  /** Asks in JSON, and has an answer of that type taken. */
  async function ask<T>(
    { path, body: value, token }: Question,
    type: string,
    take: (response: Response, deadline: Deadline) => Promise<T>,
  ): Promise<Timed<T>> {
    const { headers, body, bytes } = await pack(value);
    return exchange(
      {
        path,
        method: value === undefined ? 'GET' : 'POST',
        headers: { ...headers, Accept: `${type}, ${mediaType.problem}` },
        token,
        bytes,
        ...(body === undefined ? {} : { body }),
      },
      async (response, deadline) => {
        if (!response.ok) {
          throw problemOf(response, await reach(deadline, () => response.text()));
        }
        if (!hasMediaType(response, type)) throw new Problem('foreign-answer');
        return take(response, deadline);
      },
    );
  }

  return {
    exchange,
    ask,

    /** Asks for one JSON value of that shape. */
    askJson: <T>(question: Question, schema: v.GenericSchema<unknown, T>): Promise<Timed<T>> =>
      ask(question, mediaType.json, async (response, deadline) =>
        valueOf(schema, parseJson(await reach(deadline, () => response.text()))),
      ),
  };
}

/** What home said, if it is of that shape; else it was not home (rule 6.9). */
export function valueOf<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const read = v.safeParse(schema, value);
  if (!read.success) throw new Problem('foreign-answer');
  return read.output;
}

/** Network work within a deadline; what fails for any other reason never reached home. */
export async function reach<T>(deadline: Deadline, work: () => Promise<T>): Promise<T> {
  try {
    return await deadline.hold(work());
  } catch (failure) {
    if (failure instanceof Problem) throw failure;
    throw new Problem(deadline.signal.aborted ? 'timeout' : 'offline', {}, failure);
  }
}
