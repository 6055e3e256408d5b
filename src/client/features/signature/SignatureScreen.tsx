import { useEffect, useRef, useState } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import type { Day } from '../../../domain/day.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, undoIcon } from '../../ui/icons.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { paintSignature } from './paint-signature.ts';
import { nextSigner, progressOf, type Signer } from './round.ts';
import { SignerList } from './SignerList.tsx';
import styles from './SignatureScreen.module.css';
import { SigningTurn } from './SigningTurn.tsx';
import { useRound } from './use-round.ts';
import { useSigning } from './use-signing.ts';

interface SignatureScreenProps {
  training: string;
  day: Day;
  /** Makes strokes a picture; handed in where there is no canvas. */
  paint?: typeof paintSignature;
}

/**
 * A day's signatures: the tablet goes from hand to hand, and the next name comes by itself. While it is open,
 * no new version of the app interrupts.
 */
export function SignatureScreen({ training, day, paint = paintSignature }: SignatureScreenProps) {
  const { account, updates } = useServices();
  const { t, format } = useI18n();
  const { stream, signers } = useRound(training, day);
  const role = roleIn(account.active.value, trainingStream(training));
  const canSign = role !== undefined && canWrite(role, 'signature');
  useEffect(() => updates.holdBack(), [updates]);

  const frame = {
    title: t('sign.round.title'),
    detail: format.day(day),
    back: paths.training(training),
  };
  if (!signers) {
    return (
      <Screen {...frame}>
        <Skeleton label={t('sign.round.loading')} rows={5} />
      </Screen>
    );
  }
  return <Round frame={frame} stream={stream} signers={signers} canSign={canSign} paint={paint} />;
}

interface RoundProps {
  frame: { title: string; detail: string; back: string };
  stream: string;
  signers: readonly Signer[];
  canSign: boolean;
  paint: typeof paintSignature;
}

function Round({ frame, stream, signers, canSign, paint }: RoundProps) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<string>();
  const [last, setLast] = useState<string>();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  // Signed a moment ago: the records show it only after the next reading.
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const held = useRef<string | undefined>(undefined);
  const signing = useSigning(stream, signer => {
    setSettled(before => without(before, signer.id));
    setChosen(signer.id);
  });

  const picked = signers.find(one => one.id === chosen);
  const passed = new Set([...skipped, ...settled]);
  // A turn that has begun ends by this hand alone: a signature that arrives from another tablet takes no pad away.
  const begun = signers.find(one => one.id === held.current && !passed.has(one.id));
  const turn = canSign ? (picked ?? begun ?? nextSigner(signers, passed, last)) : undefined;
  held.current = turn?.id;
  const { done, total } = progressOf(
    signers.map(one => (settled.has(one.id) && !one.signed ? { ...one, signed: justNow } : one)),
  );
  const left = signers.filter(one => skipped.has(one.id) && one.wasThere && !one.signed);

  function goOn(signer: Signer) {
    held.current = undefined;
    setChosen(undefined);
    setLast(signer.id);
  }

  function settle(signer: Signer) {
    setSettled(before => new Set([...before, signer.id]));
    setSkipped(before => without(before, signer.id));
    goOn(signer);
  }

  function skip(signer: Signer) {
    if (!signer.signed) setSkipped(before => new Set([...before, signer.id]));
    goOn(signer);
  }

  return (
    <Screen {...frame}>
      {total > 0 && (
        <ProgressBar
          label={t('sign.round.progress')}
          detail={t('sign.round.of', { done, total })}
          value={done}
          max={total}
        />
      )}
      <div class={styles.kept} aria-live="polite">
        {signing.kept && (
          <>
            <Icon shape={checkIcon} />
            <span>{signing.kept.words}</span>
            <Button kind="quiet" onPress={() => void signing.kept?.undo()}>
              {t('all.action.undo')}
            </Button>
          </>
        )}
      </div>
      {turn ? (
        <SigningTurn
          key={turn.id}
          signer={turn}
          sign={async strokes => {
            if (await signing.sign(turn, () => paint(strokes))) settle(turn);
          }}
          excuse={async reason => {
            if (await signing.excuse(turn, reason)) settle(turn);
          }}
          onSkip={() => skip(turn)}
        />
      ) : total === 0 ? (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t('sign.round.nobody')}
          action={<ButtonLink href={frame.back}>{t('all.session.seeAll')}</ButtonLink>}
        >
          {t('sign.round.nobodyText')}
        </EmptyState>
      ) : canSign ? (
        <Banner
          kind="info"
          title={
            left.length === 0
              ? t('sign.round.done', { done, total })
              : t('sign.round.skipped', { n: left.length })
          }
          actions={
            left.length > 0 && (
              <Button kind="primary" icon={undoIcon} onPress={() => setSkipped(new Set())}>
                {t('sign.round.again')}
              </Button>
            )
          }
        >
          <p>{left.map(one => one.name).join(', ')}</p>
        </Banner>
      ) : null}
      <SignerList
        signers={signers}
        current={turn?.id}
        onChoose={canSign ? one => setChosen(one.id) : undefined}
      />
    </Screen>
  );
}

const justNow = { image: undefined, unable: undefined, at: undefined, isDisputed: false };

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter(one => one !== id));
}
