import * as v from 'valibot';
import { Problem } from '../../domain/problem.ts';
import {
  activityPath,
  activityResponse,
  type ActivityQuery,
  type ActivityResponse,
} from '../../protocol/activity-messages.ts';
import { packOperations, unpackAnswer, unpackPage } from '../../protocol/lean-messages.ts';
import {
  type CallRequest,
  type CallResponse,
  type DevicesResponse,
  callResponse,
  devicesResponse,
} from '../../protocol/event-messages.ts';
import {
  healthResponse,
  historyPath,
  historyResponse,
  inviteResponse,
  leanVersion,
  mediaType,
  paths,
  pullLine,
  pushResponse,
  receiptsPath,
  receiptsResponse,
  type HealthResponse,
  type HistoryResponse,
  type InviteRequest,
  type InviteResponse,
  type PullEnd,
  type PullPage,
  type PullRequest,
  type PushRequest,
  type PushResponse,
  type ReceiptsResponse,
} from '../../protocol/messages.ts';
import { createHttp, valueOf, type Network, type Timed } from './http.ts';
import { readLines } from './lines.ts';

/** What only syncing, and screens that are fetched themselves, say to home. Every call throws `Problem` and nothing else of its own. */
export interface SyncApi {
  /** Delivers operations. One verdict for each, in their order. */
  push(token: string, request: PushRequest): Promise<Timed<PushResponse>>;
  /**
   * Fetches what changed, and hands over each page as it comes; the next is read when `onPage` is done.
   * The last line is undefined if the answer was cut before it: the pages handed over stand.
   */
  pull(
    token: string,
    request: PullRequest,
    onPage: (page: PullPage) => Promise<void>,
  ): Promise<Timed<PullEnd | undefined>>;
  /** What home counts as held of a device: of the token's, unless another is named. */
  fetchReceipts(token: string, device?: string): Promise<ReceiptsResponse>;
  /** The devices that the caller watches over. */
  fetchDevices(token: string): Promise<DevicesResponse>;
  /** Calls the devices of a stream to sync (rule 13.3). */
  call(token: string, request: CallRequest): Promise<CallResponse>;
  /** What home is, and in which version. */
  fetchHealth(): Promise<HealthResponse>;
  /** Makes an invitation in the name of whoever the token is (rule 8.4). */
  invite(token: string, request: InviteRequest): Promise<InviteResponse>;
  /** Everything ever written of a record, the latest first. */
  fetchHistory(token: string, stream: string, kind: string, id: string): Promise<HistoryResponse>;
  /** Who did what in a stream, the latest first, by the page. */
  fetchActivity(token: string, stream: string, query: ActivityQuery): Promise<ActivityResponse>;
}

/** Answers as they come: with lines that are lean or not. */
const pushAnswer = v.pipe(v.unknown(), v.transform(unpackAnswer), pushResponse);
const pullAnswer = v.pipe(v.unknown(), v.transform(unpackPage), pullLine);

/** What is remembered of the forms of a push that home takes, over restarts too. */
export interface Forms {
  known: readonly number[];
  /** Home said it anew. */
  onHeard: (protos: readonly number[]) => void;
}

const nothingKnown: Forms = { known: [], onHeard: () => {} };

/** Opens the conversation about records. */
export function createSyncApi(network: Network, forms: Forms = nothingKnown): SyncApi {
  const http = createHttp(network);
  /** A home that never said so gets what every home reads (rule 5.8). */
  let takesLean = forms.known.includes(leanVersion);
  const hear = ({ protos = [] }: { protos?: number[] | undefined }) => {
    const takes = protos.includes(leanVersion);
    if (takes !== takesLean) forms.onHeard(protos);
    takesLean = takes;
  };

  async function deliver(token: string, request: PushRequest): Promise<Timed<PushResponse>> {
    const ask = (body: PushRequest) => http.askJson({ path: paths.push, body, token }, pushAnswer);
    if (!takesLean) return ask(request);
    try {
      return await ask({ ...request, proto: leanVersion, ops: packOperations(request.ops) });
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.code !== 'bad-request') throw failure;
      // An older server may have come into home's place: no line is to blame for that.
      takesLean = false;
      return ask(request);
    }
  }

  return {
    push: async (token, request) => {
      const timed = await deliver(token, request);
      if (timed.answer.results.length !== request.ops.length) throw new Problem('foreign-answer');
      hear(timed.answer);
      return timed;
    },

    pull: async (token, request, onPage) => {
      let end: PullEnd | undefined;
      const timed = await http.ask(
        { path: paths.pull, body: { ...request, lean: true }, token },
        mediaType.lines,
        (response, deadline) =>
          readLines(response, deadline, async value => {
            const line = valueOf(pullAnswer, value);
            if ('done' in line) end = line;
            else if (!end) await onPage(line);
          }),
      );
      if (end) hear(end);
      return { ...timed, answer: end };
    },

    fetchReceipts: async (token, device) =>
      (await http.askJson({ path: receiptsPath(device), token }, receiptsResponse)).answer,

    fetchDevices: async token =>
      (await http.askJson({ path: paths.devices, token }, devicesResponse)).answer,

    call: async (token, body) =>
      (await http.askJson({ path: paths.calls, body, token }, callResponse)).answer,

    fetchHealth: async () => (await http.askJson({ path: paths.health }, healthResponse)).answer,

    invite: async (token, body) =>
      (await http.askJson({ path: paths.invitations, body, token }, inviteResponse)).answer,

    fetchHistory: async (token, stream, kind, id) =>
      (await http.askJson({ path: historyPath(stream, kind, id), token }, historyResponse)).answer,

    fetchActivity: async (token, stream, query) =>
      (await http.askJson({ path: activityPath(stream, query), token }, activityResponse)).answer,
  };
}
