import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Session } from '../../../domain/records/session.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import type { Change } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { sessionTimes } from '../../parts/session-times.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { copySessions } from './copy-sessions.ts';
import type { TrainingDay } from './sessions-by-day.ts';

interface AddSessionProps {
  training: string;
  day: TrainingDay['on'];
  /** The last day before it that has sessions; undefined if there is none. */
  before: TrainingDay | undefined;
}

/** Adds sessions to a day: an empty one, or like those of the day before. */
export function AddSession({ training, day, before }: AddSessionProps) {
  const { records, newId } = useServices();
  const { t, format } = useI18n();
  const { route } = useLocation();
  const saving = useSaving();
  const showToast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const stream = trainingStream(training);
  const earlier = before?.sessions ?? [];

  async function add(sessions: readonly Session[]): Promise<void> {
    setIsOpen(false);
    const changes = copySessions(stream, day, sessions, newId);
    if (!(await saving(() => records.write(changes)))) return;
    const takeBack = async () => {
      const gone: Change[] = [];
      for (const { r } of changes) {
        const seen = await records.readRecord(stream, 'session', r);
        gone.push({ stream, t: 'session', r, fields: { deleted: true }, seen });
      }
      await saving(() => records.write(gone));
    };
    const [first] = changes;
    const isOne = changes.length === 1 && first;
    if (isOne) route(paths.sessionForm(training, first.r));
    showToast({
      text: t('all.session.added', { n: changes.length }),
      action: {
        label: t('all.action.undo'),
        onPress: () => {
          void takeBack();
          if (isOne) route(paths.training(training), true);
        },
      },
    });
  }

  return (
    <>
      <Button kind="quiet" icon={addIcon} onPress={() => setIsOpen(true)}>
        {t('all.session.add')}
      </Button>
      {isOpen && (
        <Sheet
          title={t('all.session.add')}
          detail={day === undefined ? t('all.training.unplanned') : format.day(day)}
          closeLabel={t('all.action.close')}
          onClose={() => setIsOpen(false)}
        >
          <List>
            <ListRow
              title={t('all.session.addEmpty')}
              leading={<Icon shape={addIcon} />}
              onPress={() => void add([{}])}
            />
            {earlier.length > 1 && (
              <ListRow
                title={t('all.session.copyAll', { n: earlier.length })}
                detail={before?.on === undefined ? '' : format.day(before.on)}
                onPress={() => void add(earlier.map(({ session }) => session))}
              />
            )}
            {earlier.map(({ id, session }) => (
              <ListRow
                key={id}
                title={t('all.session.copyOne', {
                  title: session.title ?? t('all.session.untitled'),
                })}
                detail={[
                  sessionTimes(format, session),
                  before?.on === undefined ? '' : format.day(before.on, 'short'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                onPress={() => void add([session])}
              />
            ))}
          </List>
        </Sheet>
      )}
    </>
  );
}
