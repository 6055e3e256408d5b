import { useEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { checkIcon, undoIcon } from '../../ui/icons.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Signer } from './round.ts';
import { SignaturePad } from './SignaturePad.tsx';
import { SignedPicture } from './SignedPicture.tsx';
import { inkOf, type Stroke } from './strokes.ts';
import styles from './SigningTurn.module.css';

interface SigningTurnProps {
  signer: Signer;
  /** Both resolve when it is saved, or when it is said that it was not. */
  sign: (strokes: readonly Stroke[]) => Promise<void>;
  excuse: (reason: string) => Promise<void>;
  onSkip: () => void;
}

/** One person's turn: whose it is, the pad, and what to do. */
export function SigningTurn({ signer, sign, excuse, onSkip }: SigningTurnProps) {
  const { t, format } = useI18n();
  const { name, place, signed } = signer;
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [trouble, setTrouble] = useState<'none' | 'dot'>();
  const [isSaving, setIsSaving] = useState(false);
  const [isExcusing, setIsExcusing] = useState(false);

  // The next name is read out, and the keyboard goes on from here.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  function draw(next: readonly Stroke[]) {
    setStrokes(next);
    setTrouble(undefined);
  }

  async function save(): Promise<void> {
    const ink = inkOf(strokes);
    if (ink !== 'signature') return setTrouble(ink);
    setIsSaving(true);
    try {
      await sign(strokes);
    } finally {
      setIsSaving(false);
    }
  }

  return (
    <section class={styles.turn} aria-label={t('sign.round.turn', { name })}>
      <div class={styles.words}>
        <p class={styles.hand}>{t('sign.round.hand')}</p>
        <h2 class={styles.name} ref={heading} tabIndex={-1}>
          {name}
        </h2>
        {place !== '' && <p class={styles.place}>{place}</p>}
      </div>
      {signed && (
        <div class={styles.before}>
          {signed.image && <SignedPicture image={signed.image} name={name} />}
          <p>
            {signed.isDisputed
              ? t('sign.round.disputed')
              : signed.unable !== undefined
                ? t('sign.round.unableAs', { reason: signed.unable })
                : t('sign.round.before', {
                    time: signed.at === undefined ? '' : format.time(signed.at),
                  })}
          </p>
        </div>
      )}
      <SignaturePad label={name} strokes={strokes} onDraw={draw} />
      {trouble && <Banner kind="problem">{t(`sign.pad.${trouble}`)}</Banner>}
      <div class={styles.buttons}>
        <Button icon={undoIcon} disabled={strokes.length === 0} onPress={() => draw([])}>
          {t('sign.pad.again')}
        </Button>
        <Button kind="primary" icon={checkIcon} busy={isSaving} onPress={() => void save()}>
          {t('sign.round.save')}
        </Button>
      </div>
      <div class={styles.others}>
        <Button kind="quiet" onPress={onSkip}>
          {t(signed ? 'sign.round.keep' : 'sign.round.skip')}
        </Button>
        <Button kind="quiet" onPress={() => setIsExcusing(true)}>
          {t('sign.round.unable')}
        </Button>
      </div>
      {isExcusing && (
        <ExcuseSheet name={name} excuse={excuse} onClose={() => setIsExcusing(false)} />
      )}
    </section>
  );
}

interface ExcuseSheetProps {
  name: string;
  excuse: SigningTurnProps['excuse'];
  onClose: () => void;
}

/** Why somebody who was there cannot sign: also the way for those who cannot use the pad at all. */
function ExcuseSheet({ name, excuse, onClose }: ExcuseSheetProps) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);

  function save() {
    const tidy = reason.trim().replace(/\s+/g, ' ');
    if (tidy === '') return setIsMissing(true);
    onClose();
    void excuse(tidy);
  }

  return (
    <Sheet
      title={name}
      detail={t('sign.round.unable')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={save}>
          {t('sign.round.save')}
        </Button>
      }
    >
      <TextField
        label={t('sign.round.reason')}
        hint={t('sign.round.reasonHint')}
        error={isMissing ? t('sign.round.reasonMissing') : undefined}
        value={reason}
        onType={setReason}
        maxLength={200}
        autoCapitalize="sentences"
      />
    </Sheet>
  );
}
