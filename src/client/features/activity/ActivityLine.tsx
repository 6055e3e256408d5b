import { useState } from 'preact/hooks';
import { dayAt } from '../../../domain/day.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { EntryLook } from '../../parts/work/EntryLook.tsx';
import { fieldsWords, type Speech } from '../../parts/work/value-words.ts';
import { verdictWords } from '../../parts/work/verdict-words.ts';
import { paths } from '../../paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import { chevronDownIcon, chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import type { ActivityGroup } from './group-activity.ts';
import { groupWords } from './group-words.ts';
import { isByHome, type ToldEntry } from './told-entry.ts';
import styles from './ActivityScreen.module.css';

interface LineProps {
  stream: string;
  speech: Speech;
  nameOf: (device: string) => string;
}

/** One moment of somebody's work: a line that leads to its history, or several folded into one. */
export function ActivityLine({ group, ...props }: LineProps & { group: ActivityGroup }) {
  const { speech, nameOf } = props;
  const { t } = useI18n();
  const [isOpen, setIsOpen] = useState(false);
  const [first] = group;
  const facts = [
    whenWords(speech, group),
    first.author ?? t('all.person.unknown'),
    !isByHome(first.entry) && nameOf(first.entry.device),
  ]
    .filter(Boolean)
    .join(' · ');
  if (group.length === 1) return <EntryRow {...props} told={first} facts={facts} />;

  const isAlike = group.every(({ entry }) => sameMark(entry.fields, first.entry.fields));
  const look = isAlike ? first.entry : { ...first.entry, fields: {} };
  return (
    <li class={styles.group}>
      <details onToggle={event => setIsOpen(event.currentTarget.open)}>
        <summary class={styles.summary}>
          <EntryLook entry={look} />
          <span class={styles.words}>
            <span class={styles.title}>{groupWords(speech, group)}</span>
            {first.entry.kind === 'attendance' && <span class={styles.said}>{first.place}</span>}
            <Trouble told={first} />
            <span class={styles.facts}>{facts}</span>
          </span>
          <span class={styles.fold}>
            <Icon shape={chevronDownIcon} />
          </span>
        </summary>
        {isOpen && (
          <div class={styles.pieces}>
            <List>
              {group.map(told => (
                <EntryRow key={told.entry.id} {...props} told={told} />
              ))}
            </List>
          </div>
        )}
      </details>
    </li>
  );
}

/** What was written of one record, and the way to its history. Without `facts` they stand above already. */
function EntryRow({
  stream,
  speech,
  told,
  facts,
}: LineProps & { told: ToldEntry; facts?: string }) {
  const { entry, title, place } = told;
  const said = fieldsWords(speech, entry.kind, entry.fields);
  return (
    <ListRow
      href={paths.history(stream, entry.kind, entry.record, { from: 'activity' })}
      leading={<EntryLook entry={entry} />}
      title={<span class={styles.wrapping}>{title}</span>}
      detail={
        <>
          <span class={styles.said}>{shortList(said)}</span>
          <Trouble told={told} />
          {facts !== undefined && (
            <span class={styles.facts}>{[place, facts].filter(Boolean).join(' · ')}</span>
          )}
        </>
      }
      trailing={<Icon shape={chevronIcon} />}
    />
  );
}

/** That home did not let it in, and why; that nobody knows how its clock went. */
function Trouble({ told: { entry } }: { told: ToldEntry }) {
  const { t } = useI18n();
  const trouble = verdictWords(t, entry);
  return (
    <>
      {trouble !== undefined && (
        <span class={styles.trouble} data-verdict={entry.verdict}>
          {trouble}
        </span>
      )}
      {entry.isClockUncertain && (
        <span class={styles.facts}>{t('all.history.clockUncertain')}</span>
      )}
    </>
  );
}

/** When it was written: "08.05", "08.05–08.07", and with its day where it arrived on another. */
function whenWords({ t, format }: Speech, group: ActivityGroup): string {
  const stamps = group.map(({ entry }) => entry.stamp);
  const [from, to] = [Math.min(...stamps), Math.max(...stamps)];
  if (dayAt(from) !== dayAt(group[0].entry.receivedAt))
    return t('koordinator.activity.writtenAt', { when: format.dateTime(from) });
  return [...new Set([format.time(from), format.time(to)])].join('–');
}

/** More fields than this are not told of one by one; the history tells them all. */
const mostSaid = 4;

function shortList(said: readonly string[]): string {
  return [...said.slice(0, mostSaid), ...(said.length > mostSaid ? ['…'] : [])].join(' · ');
}

function sameMark(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return JSON.stringify(one['mark']) === JSON.stringify(other['mark']);
}
