import { useState } from 'preact/hooks';
import { searchText } from '../../../../domain/search-text.ts';
import type { AttendanceMark } from '../../../../domain/records/attendance.ts';
import { useI18n } from '../../../i18n/use-i18n.tsx';
import { markWords } from '../../../parts/attendance-words.ts';
import { StatusMark } from '../../../parts/StatusMark.tsx';
import { Card } from '../../../ui/Card.tsx';
import { List } from '../../../ui/List.tsx';
import { ListRow } from '../../../ui/ListRow.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';

/** As much of a line of the sheet as is searched and shown. */
interface Found {
  person: { id: string; name: string; place: string; searchable: string };
  mark: AttendanceMark | null;
}

interface PersonSearchProps<Row extends Found> {
  rows: readonly Row[];
  onChoose: (row: Row) => void;
}

/** Enough to see whether another letter is needed. */
const mostFound = 8;

/** For those without a badge: a few letters of the name, and a tap. */
export function PersonSearch<Row extends Found>({ rows, onChoose }: PersonSearchProps<Row>) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const wanted = searchText(typed);
  const found =
    wanted === '' ? [] : rows.filter(({ person }) => person.searchable.includes(wanted));

  function choose(row: Row) {
    setTyped('');
    onChoose(row);
    scrollTo({ top: 0 });
  }

  return (
    <>
      <SearchField
        label={t('scan.search.label')}
        value={typed}
        onSearch={setTyped}
        clearLabel={t('all.action.clear')}
      />
      {found.length > 0 && (
        <Card padding="flush">
          <List label={t('scan.search.found')}>
            {found.slice(0, mostFound).map(row => (
              <ListRow
                key={row.person.id}
                title={row.person.name}
                detail={[markWords(t, row.mark), row.person.place].filter(Boolean).join(' · ')}
                leading={<StatusMark status={row.mark?.status ?? 'none'} />}
                onPress={() => choose(row)}
              />
            ))}
          </List>
        </Card>
      )}
      {found.length > mostFound && <p>{t('scan.search.more', { n: found.length })}</p>}
      {wanted !== '' && found.length === 0 && <p>{t('scan.search.none')}</p>}
    </>
  );
}
