import { useState } from 'preact/hooks';
import type { Picture } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import type { PaintedSignature } from './paint-signature.ts';
import type { Signer } from './round.ts';

/** What was kept last, and the way back. */
export interface Kept {
  words: string;
  undo: () => Promise<void>;
}

interface Signing {
  /** Keeps a signature in place of whatever stood there. True once the device has it for good. */
  sign: (signer: Signer, paint: () => Promise<PaintedSignature>) => Promise<boolean>;
  /** Keeps why somebody cannot sign. */
  excuse: (signer: Signer, reason: string) => Promise<boolean>;
  /** Undefined before the first, and once it is taken back. */
  kept: Kept | undefined;
}

/**
 * Writes signatures and offers the way back; `onUndone` is told whose was taken back. What was kept is said in its
 * place on the screen and not in a toast, which would lie over the pad of the next person.
 */
export function useSigning(stream: string, onUndone: (signer: Signer) => void): Signing {
  const { records, pictures, device } = useServices();
  const { t } = useI18n();
  const attempt = useSaving();
  const [kept, setKept] = useState<Kept>();

  /** Sets both fields as one: a reason and a signature do not stand beside each other. */
  async function write(
    signer: Signer,
    image: Picture | undefined,
    unable: string | undefined,
  ): Promise<void> {
    // What stands there now may have come from another tablet since the screen was drawn.
    const seen = await records.readRecord(stream, 'signature', signer.record);
    const fields = {
      ...((image !== undefined || seen?.state['image']) && { image: image ?? null }),
      ...((unable !== undefined || seen?.state['unable']) && { unable: unable ?? null }),
    };
    await records.write([{ stream, t: 'signature', r: signer.record, fields, seen }]);
  }

  async function commit(signer: Signer, words: string, act: () => Promise<void>): Promise<boolean> {
    if (!(await attempt(act))) return false;
    const { image, unable } = signer.signed ?? {};
    setKept({
      words,
      undo: async () => {
        if (!(await attempt(() => write(signer, image, unable)))) return;
        setKept(undefined);
        onUndone(signer);
      },
    });
    void device.askToKeep();
    return true;
  }

  return {
    sign: (signer, paint) =>
      commit(signer, t('sign.round.saved', { name: signer.name }), async () => {
        const { bytes, w, h } = await paint();
        await write(signer, await pictures.keep(bytes, { mime: 'image/png', w, h }), undefined);
      }),
    excuse: (signer, reason) =>
      commit(signer, t('sign.round.excused', { name: signer.name }), () =>
        write(signer, undefined, reason),
      ),
    kept,
  };
}
