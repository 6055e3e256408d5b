import type { Picture } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { useToast } from '../../ui/Toasts.tsx';
import type { PaintedSignature } from './paint-signature.ts';
import type { Signer } from './round.ts';

interface Signing {
  /** Keeps a signature in place of whatever stood there. True once the device has it for good. */
  sign: (signer: Signer, painted: PaintedSignature) => Promise<boolean>;
  /** Keeps why somebody cannot sign. */
  excuse: (signer: Signer, reason: string) => Promise<boolean>;
}

/** Writes signatures, says so, and offers the way back; `onUndone` is told whose was taken back. */
export function useSigning(stream: string, onUndone: (signer: Signer) => void): Signing {
  const { records, pictures, device } = useServices();
  const { t } = useI18n();
  const showToast = useToast();
  const attempt = useSaving();

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

  async function commit(signer: Signer, text: string, act: () => Promise<void>): Promise<boolean> {
    if (!(await attempt(act))) return false;
    const { image, unable } = signer.signed ?? {};
    const undo = async () => {
      if (!(await attempt(() => write(signer, image, unable)))) return;
      showToast({ text: t('sign.round.undone', { name: signer.name }) });
      onUndone(signer);
    };
    showToast({ text, action: { label: t('all.action.undo'), onPress: () => void undo() } });
    void device.askToKeep();
    return true;
  }

  return {
    sign: (signer, { bytes, w, h }) =>
      commit(signer, t('sign.round.saved', { name: signer.name }), async () =>
        write(signer, await pictures.keep(bytes, { mime: 'image/png', w, h }), undefined),
      ),
    excuse: (signer, reason) =>
      commit(signer, t('sign.round.excused', { name: signer.name }), () =>
        write(signer, undefined, reason),
      ),
  };
}
