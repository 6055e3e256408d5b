import { useEffect, useRef, useState } from 'preact/hooks';
import type { Member } from '../../../domain/records/member.ts';
import type { Training } from '../../../domain/records/training.ts';
import { Problem } from '../../../domain/problem.ts';
import { regionStream, trainingStream } from '../../../domain/stream.ts';
import { regencyOfVillage } from '../../../domain/territory.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { inviteProblemWords } from '../../parts/invitation/invite-problem-words.ts';
import { coordinatesProgramme } from '../../parts/role-in.ts';
import { listRoster } from '../../parts/roster.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { librariansOf, trainersIn, type Guest } from './guests.ts';
import { GuestList } from './GuestList.tsx';
import { InvitationCard } from './InvitationCard.tsx';
import styles from './InvitationCardsScreen.module.css';
import { addCard, madeCards } from './made-cards.ts';
import { NotForYou } from './NotForYou.tsx';

/** Invitations for the people of a training, each on a card to be cut out and handed over. */
export function InvitationCardsScreen({ training: id }: { training: string }) {
  const { records, account } = useServices();
  const { t } = useI18n();
  const stream = trainingStream(id);
  const person = account.active.value;
  const read = useLiveQuery(async () => {
    const about = valuesOf<Training>(await records.readRecord(stream, 'training', id));
    const people = listRoster(await records.readShelf(stream, 'participant'));
    const regencies = new Set(
      people.flatMap(({ participant: { village } }) =>
        village === undefined ? [] : [regencyOfVillage(village)],
      ),
    );
    const members: Member[] = [];
    for (const regency of regencies) {
      const shelf = await records.readShelf(regionStream(regency), 'member');
      members.push(...shelf.map(view => valuesOf<Member>(view)).filter(({ role }) => role));
    }
    return { about, librarians: librariansOf(people, members) };
  }, [records, stream, id]);
  return (
    <Screen
      title={t('setup.cards.title')}
      detail={read?.about.name}
      back={paths.training(id)}
      width="wide"
    >
      {!coordinatesProgramme(person) ? (
        <NotForYou because="right" />
      ) : read ? (
        <Cards
          sheet={`${id}|${person?.id ?? ''}`}
          stream={stream}
          about={read.about}
          librarians={read.librarians}
        />
      ) : (
        <Skeleton label={t('all.training.loading')} rows={6} />
      )}
    </Screen>
  );
}

interface CardsProps {
  sheet: string;
  stream: string;
  about: Training;
  librarians: readonly Guest[];
}

function Cards({ sheet, stream, about, librarians }: CardsProps) {
  const { sync, loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const cards = madeCards.value.get(sheet) ?? [];
  const made = new Set(cards.map(({ key }) => key));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [trainers, setTrainers] = useState('');
  const wanted = [
    ...librarians.filter(({ key, isIn }) => !isIn && !left.has(key)),
    ...trainersIn(trainers, stream),
  ].filter(({ key }) => !made.has(key));
  const making = useMaking(sheet);

  return (
    <>
      {!sync.status.value.isOnline && <Banner kind="info">{t('all.invite.offline')}</Banner>}
      <Card title={t('setup.cards.whom')}>
        <Stack>
          <p>{t('setup.cards.text')}</p>
          <GuestList
            guests={librarians}
            made={made}
            left={left}
            territory={territory}
            onLeave={setLeft}
          />
          <TextField
            label={t('setup.cards.trainers')}
            hint={t('setup.cards.trainersHint')}
            lines={3}
            value={trainers}
            onType={setTrainers}
          />
          {making.problem !== undefined && <Banner kind="problem">{making.problem}</Banner>}
          {making.total > 0 ? (
            <>
              <ProgressBar
                label={t('setup.cards.making')}
                value={making.done}
                max={making.total}
                detail={t('setup.cards.progress', { done: making.done, total: making.total })}
              />
              <Button onPress={making.stop}>{t('setup.cards.stop')}</Button>
            </>
          ) : (
            <Button
              kind={cards.length === 0 ? 'primary' : 'secondary'}
              block
              disabled={wanted.length === 0}
              onPress={() => void making.make(wanted)}
            >
              {t(wanted.length === 0 ? 'setup.cards.none' : 'setup.cards.make', {
                n: wanted.length,
              })}
            </Button>
          )}
        </Stack>
      </Card>
      {cards.length > 0 && (
        <>
          <Banner kind="warning" title={t('setup.cards.printNow')}>
            {t('setup.cards.notKept')}
          </Banner>
          <Button kind="primary" block onPress={() => globalThis.print()}>
            {t('setup.cards.print', { n: cards.length })}
          </Button>
          <ul class={styles.cards} aria-label={t('setup.cards.sheet')}>
            {cards.map(({ key, made: invitation }) => (
              <InvitationCard key={key} made={invitation} about={about} territory={territory} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Makes invitations one after another, until all are made, one fails, or it is stopped. */
function useMaking(sheet: string) {
  const { invitations } = useServices();
  const { t } = useI18n();
  const [{ done, total }, setProgress] = useState({ done: 0, total: 0 });
  const [problem, setProblem] = useState<string>();
  const isStopped = useRef(false);
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );

  async function make(guests: readonly Guest[]): Promise<void> {
    isStopped.current = false;
    setProblem(undefined);
    setProgress({ done: 0, total: guests.length });
    const earlier = invitations.latest.value;
    try {
      for (const [at, { key, request }] of guests.entries()) {
        if (isStopped.current) break;
        await invitations.make(request);
        const made = invitations.latest.value;
        if (made) addCard(sheet, { key, made });
        setProgress({ done: at + 1, total: guests.length });
      }
    } catch (failure) {
      const known = failure instanceof Problem ? failure : new Problem('unexpected', {}, failure);
      setProblem(inviteProblemWords(t, known));
      if (known !== failure) throw failure;
    } finally {
      // The screen for a single invitation goes on showing its own.
      invitations.latest.value = earlier;
      setProgress({ done: 0, total: 0 });
    }
  }

  const stop = () => {
    isStopped.current = true;
  };
  return { make, stop, done, total, problem };
}
