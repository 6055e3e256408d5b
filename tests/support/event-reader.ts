import { eventsPath } from '../../src/protocol/event-messages.ts';

/** One event of a stream; a comment, which only keeps it open, is called `:`. */
export interface ReadEvent {
  event: string;
  data: Record<string, unknown>;
  id: string | undefined;
}

/** A stream of events that a test reads by hand. */
export interface EventReader {
  status: number;
  /** The next event that is called so; those before it are passed over. Undefined at the end. */
  next(event: string): Promise<ReadEvent | undefined>;
  /** Hangs up, as a line that is cut. */
  cut(): Promise<void>;
}

/** Opens a stream of events with that token. */
export async function openEvents(
  fetch: (path: string, init: RequestInit) => Promise<Response>,
  token: string,
  { isBoard = false, heard }: { isBoard?: boolean; heard?: string } = {},
): Promise<EventReader> {
  const hangUp = new AbortController();
  const response = await fetch(eventsPath(isBoard), {
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'text/event-stream',
      ...(heard !== undefined && { 'Last-Event-ID': heard }),
    },
    signal: hangUp.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const opened: EventReader = {
    status: response.status,
    async next(wanted) {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const read = readEvent(text.slice(0, end));
          text = text.slice(end + 2);
          if (read.event === wanted) return read;
          continue;
        }
        const piece = await reader?.read();
        if (!piece || piece.done) return undefined;
        text += piece.value;
      }
    },
    async cut() {
      await reader?.cancel().catch(() => {});
      hangUp.abort();
    },
  };
  return opened;
}

function readEvent(block: string): ReadEvent {
  const fields = new Map(
    block.split('\n').map(line => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  );
  const event = fields.get('event') ?? ':';
  const data = JSON.parse(fields.get('data') ?? '{}') as Record<string, unknown>;
  return { event, data, id: fields.get('id') };
}
