import type { Attention } from '../app-services.ts';
import type { Api } from '../api/api.ts';
import { decisionOn } from '../data/decisions.ts';
import type { Outbox } from '../data/outbox.ts';
import type { Records } from '../data/record-view.ts';
import type { Withdrawals } from '../data/withdrawal.ts';

/** What refused work needs of the world. */
export interface AttentionWorld {
  api: Api;
  outbox: Outbox;
  /** Reading and writing, with whatever follows a write. */
  records: Pick<Records, 'readRecord' | 'write'>;
  /** Fetched when somebody first takes something back. */
  loadWithdrawals: () => Promise<Withdrawals>;
  /** The sign-in of whoever is at the device; undefined if nobody is. */
  token: () => string | undefined;
  /** Something was written. */
  onWrite: () => void;
}

/** Refused work, and what can be done about it: see `Attention` of app-services. */
export function createAttention(world: AttentionWorld): Attention {
  const { api, outbox, records, loadWithdrawals, token, onWrite } = world;
  return {
    readOwn: async () =>
      (await outbox.readAttention()).map(({ operation, verdict }) => ({
        n: operation.n,
        operation,
        code: verdict?.code ?? 'malformed',
        refusedAt: verdict?.at ?? operation.wall,
      })),

    readDeclined: async () =>
      (await outbox.readDeclined()).map(({ operation, verdict, settled }) => ({
        n: operation.n,
        operation,
        code: verdict?.code ?? 'forbidden',
        note: settled.note,
        declinedAt: settled.at,
      })),

    fetchAll: async () => {
      const signIn = token();
      if (signIn === undefined) return [];
      const { refused } = await api.fetchAttention(signIn);
      return refused.map(({ body, ...about }) => ({
        id: about.id,
        code: about.code,
        receivedAt: about.receivedAt,
        device: about.device,
        operation: body,
      }));
    },

    decide: async ({ id, operation }, outcome, note) => {
      const { stream, t, r } = decisionOn(id, operation);
      const seen = await records.readRecord(stream, t, r);
      const said = note?.trim() ?? '';
      // An earlier note does not go with another outcome.
      const isNoted = said !== '' || (seen?.state['note']?.h.length ?? 0) > 0;
      const fields = { outcome, ...(isNoted && { note: said === '' ? null : said }) };
      await records.write([{ stream, t, r, fields, seen }]);
    },

    withdraw: async n => {
      await (await loadWithdrawals()).withdraw(n);
      onWrite();
    },

    undoWithdraw: async n => {
      await (await loadWithdrawals()).undoWithdraw(n);
      onWrite();
    },
  };
}
