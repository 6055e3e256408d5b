import { readAttendanceId } from '../../../domain/ids.ts';
import type { Participant } from '../../../domain/records/participant.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useUndoable } from '../../parts/people/use-undoable.ts';
import { markOf } from '../../parts/roster.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

interface DeletedPeopleProps {
  training: string;
  stream: string;
  views: readonly RecordView[];
  canEdit: boolean;
}

/**
 * Who was deleted, the latest first, with how often they are marked: another tablet may not have known.
 * Nothing of them goes, so they can be brought back for good, not for some days only.
 */
export function DeletedPeople({ training, stream, views, canEdit }: DeletedPeopleProps) {
  const { records } = useServices();
  const { t, format } = useI18n();
  const write = useUndoable();
  const deleted = views.filter(isDeletedView).sort((a, b) => deletedAt(b) - deletedAt(a));
  const hasDeleted = deleted.length > 0;
  const attendance = useLiveQuery(
    async () => (hasDeleted ? records.readShelf(stream, 'attendance') : []),
    [records, stream, hasDeleted],
  );
  if (!hasDeleted) return null;

  const marked = new Map<string, number>();
  for (const view of attendance ?? []) {
    const participant = markOf(view) && readAttendanceId(view.r)?.participant;
    if (participant) marked.set(participant, (marked.get(participant) ?? 0) + 1);
  }
  return (
    <Card title={t('people.deleted.title')} padding="flush">
      <List label={t('people.deleted.title')}>
        {deleted.map(view => {
          const name = valuesOf<Participant>(view).name ?? t('all.person.unnamed');
          const at = format.dateTime(deletedAt(view));
          const marks = marked.get(view.r) ?? 0;
          const detail = [
            t('people.deleted.at', { when: at }),
            marks > 0 && t('people.deleted.marks', { n: marks }),
          ];
          return (
            <ListRow
              key={view.r}
              href={paths.participants(training, view.r)}
              title={name}
              detail={detail.filter(Boolean).join(' · ')}
              aside={
                canEdit && (
                  <Button
                    kind="quiet"
                    onPress={() =>
                      void write(t('people.deleted.back', { name }), [broughtBack(view)])
                    }
                  >
                    {t('people.deleted.restore')}
                  </Button>
                )
              }
            />
          );
        })}
      </List>
    </Card>
  );
}

/** When somebody was last said to be deleted, ms. */
export function deletedAt(view: RecordView): number {
  return view.state['deleted']?.h[0]?.s ?? 0;
}

/** The edit that brings somebody back. */
export function broughtBack(view: RecordView) {
  const { stream, t, r } = view;
  return { stream, t, r, fields: { deleted: false }, seen: view };
}
