import * as v from 'valibot';
import { expect } from 'vitest';
import { problemCodes } from '../../src/domain/problem.ts';
import { mediaType, pullLine } from '../../src/protocol/messages.ts';

/** Statuses from 500 up that a server in order may answer with: too much to do, or no room. */
const mayFail = new Set([503, 507]);

/** What a problem holds, and nothing else: no stack, no words of the request. */
const problem = v.strictObject({
  title: v.string(),
  status: v.number(),
  code: v.picklist(problemCodes),
  requestId: v.string(),
  retryAfterMs: v.optional(v.number()),
  epoch: v.optional(v.string()),
});

/** What a good answer to an address is. */
export type Answered =
  { as: 'json'; schema: v.GenericSchema } | { as: 'lines' } | { as: 'bytes' } | { as: 'nothing' };

/**
 * Holds an answer to the closed catalogue: a problem by code, or what that address says when all is well.
 * Gives its status and content.
 */
export async function expectClosedAnswer(
  response: Response,
  answered: Answered,
  method = 'GET',
): Promise<{ status: number; content: unknown }> {
  const { status } = response;
  const text = await response.text();
  if (status >= 400) {
    expect(status < 500 || mayFail.has(status), `${status} ${text}`).toBe(true);
    expect(response.headers.get('Content-Type')).toBe(mediaType.problem);
    // Whoever asks for headers alone gets no words.
    if (method === 'HEAD') return { status, content: undefined };
    const content = v.parse(problem, JSON.parse(text));
    expect(content.status).toBe(status);
    return { status, content };
  }
  switch (answered.as) {
    case 'json':
      expect(response.headers.get('Content-Type')).toBe(mediaType.json);
      return { status, content: v.parse(answered.schema, JSON.parse(text)) };
    case 'lines': {
      expect(response.headers.get('Content-Type')).toBe(mediaType.lines);
      const lines = text.trimEnd().split('\n');
      const content = lines.map(line => v.parse(pullLine, JSON.parse(line)));
      expect(content.at(-1), 'an answer that is not cut ends with its end').toHaveProperty('done');
      return { status, content };
    }
    case 'bytes':
      return { status, content: text };
    case 'nothing':
      expect(text).toBe('');
      return { status, content: undefined };
  }
}
