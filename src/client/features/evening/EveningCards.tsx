import type { ComponentChildren } from 'preact';
import type { Territory } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { titleOfChecklist } from '../../parts/checklist/checklist-words.ts';
import { placeWords, villageWords } from '../../parts/place.ts';
import type { SessionOverview, TrainingOverview } from '../../parts/training-overview.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import styles from './EveningScreen.module.css';
import type { Evening } from './read-evening.ts';

interface EveningCardsProps {
  overview: TrainingOverview;
  evening: Evening;
  territory: Territory | undefined;
  /** Then each training is named. */
  isOneOfSeveral: boolean;
}

/** What is open in one training, thing by thing; what is in order says so in one line. */
export function EveningCards({ overview, evening, territory, isOneOfSeveral }: EveningCardsProps) {
  const { t, format, language } = useI18n();
  const { id: training } = overview;
  const { unfinished, absent, differences, unsigned, checklists, libraries } = evening;
  const titleOf = ({ session }: SessionOverview) => session.title ?? t('all.session.untitled');
  const whenOf = ({ session }: SessionOverview) =>
    session.day === undefined ? '' : format.day(session.day, 'short');
  return (
    <>
      {isOneOfSeveral && (
        <h2 class={styles.training}>{overview.training.name ?? t('all.training.unnamed')}</h2>
      )}
      <Open title={t('fasilitator.evening.sheets')} count={unfinished.length}>
        {unfinished.map(one => (
          <ListRow
            key={one.id}
            href={paths.session(training, one.id)}
            title={titleOf(one)}
            detail={[whenOf(one), t('all.session.missing', { n: one.summary.missing })]
              .filter(Boolean)
              .join(' · ')}
            trailing={<Icon shape={chevronIcon} />}
          />
        ))}
      </Open>
      <Open title={t('fasilitator.evening.differences')} count={differences.length}>
        {differences.map(({ session, count }) => (
          <ListRow
            key={session.id}
            href={paths.session(training, session.id)}
            title={titleOf(session)}
            detail={t('fasilitator.evening.differ', { n: count })}
            trailing={<Icon shape={chevronIcon} />}
          />
        ))}
      </Open>
      {differences.length > 0 && (
        <ButtonLink href={laterPaths.differences(training)} block>
          {t('fasilitator.evening.allDifferences')}
        </ButtonLink>
      )}
      <Open title={t('fasilitator.evening.absent')} count={absent.length}>
        {absent.map(({ id, participant, sessions }) => (
          <ListRow
            key={id}
            href={paths.participants(training, id)}
            trailing={<Icon shape={chevronIcon} />}
            title={participant.name ?? t('all.person.unnamed')}
            detail={
              <>
                <span class={styles.line}>{placeWords(t, participant, territory)}</span>
                <span class={styles.line}>
                  {t('fasilitator.evening.absentFrom', {
                    n: sessions.length,
                    sessions: sessions.map(titleOf).join(', '),
                  })}
                </span>
              </>
            }
          />
        ))}
      </Open>
      <Open title={t('fasilitator.evening.signatures')} count={unsigned.length}>
        {unsigned.map(({ day, count }) => (
          <ListRow
            key={day}
            href={laterPaths.signatures(training, day)}
            title={format.day(day)}
            detail={t('fasilitator.evening.notSigned', { n: count })}
            trailing={<Icon shape={chevronIcon} />}
          />
        ))}
      </Open>
      <Open title={t('fasilitator.evening.checklists')} count={checklists.length}>
        {checklists.map(({ list, session }) => (
          <ListRow
            key={list.id}
            href={laterPaths.checklist(training, list.id)}
            title={session?.title ?? titleOfChecklist(list, language)}
            detail={[
              session && titleOfChecklist(list, language),
              t('checklist.list.progress', {
                done: list.progress.settled,
                total: list.progress.total,
              }),
            ]
              .filter(Boolean)
              .join(' · ')}
            trailing={<Icon shape={chevronIcon} />}
          />
        ))}
      </Open>
      <Open title={t('fasilitator.evening.libraries')} count={libraries.length}>
        {libraries.map(({ village, name, answered, total, hasPhoto }) => {
          const label = territory?.villageLabel(village);
          const place = label ? villageWords(t, label) : village;
          return (
            <ListRow
              key={village}
              href={paths.library(village)}
              title={name ?? place}
              detail={[
                name !== undefined && place,
                t('library.profile.progress', { answered, total }),
                !hasPhoto && t('fasilitator.evening.noPhoto'),
              ]
                .filter(Boolean)
                .join(' · ')}
              trailing={<Icon shape={chevronIcon} />}
            />
          );
        })}
      </Open>
    </>
  );
}

interface OpenProps {
  title: string;
  count: number;
  children: ComponentChildren;
}

/** One thing to look at in the evening: what is open, or that nothing is. */
function Open({ title, count, children }: OpenProps) {
  const { t } = useI18n();
  if (count === 0) {
    return (
      <p class={styles.done}>
        <Icon shape={checkIcon} />
        <span>{t('fasilitator.evening.inOrder', { what: title })}</span>
      </p>
    );
  }
  return (
    <Card padding="flush" title={title} trailing={<Badge tone="caution">{count}</Badge>}>
      <List label={title}>{children}</List>
    </Card>
  );
}
