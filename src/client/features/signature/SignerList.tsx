import { useState } from 'preact/hooks';
import { searchText } from '../../../domain/search-text.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, noteIcon } from '../../ui/icons.ts';
import { Card } from '../../ui/Card.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import type { Signer } from './round.ts';

interface SignerListProps {
  signers: readonly Signer[];
  /** Whose turn it is. */
  current: string | undefined;
  /** Left out where one only reads. */
  onChoose: ((signer: Signer) => void) | undefined;
}

/** Rows drawn at once: whoever is not among them is found by name. */
const mostRows = 60;

/** Everybody with how they signed: those who were there first, and all others after them. */
export function SignerList({ signers, current, onChoose }: SignerListProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const wanted = searchText(typed);
  const found = signers.filter(one => one.searchable.includes(wanted));
  const there = found.filter(one => one.wasThere);
  const others = found.filter(one => !one.wasThere);
  if (signers.length === 0) return null;
  const rows = (people: readonly Signer[]) => (
    <List>
      {people.slice(0, mostRows).map(one => (
        <SignerRow
          key={one.id}
          signer={one}
          isCurrent={one.id === current}
          onChoose={onChoose && (() => choose(one))}
        />
      ))}
    </List>
  );

  function choose(signer: Signer) {
    setTyped('');
    onChoose?.(signer);
    scrollTo({ top: 0 });
  }

  return (
    <>
      <SearchField
        label={t('sign.list.search')}
        value={typed}
        onSearch={setTyped}
        clearLabel={t('all.action.clear')}
      />
      {there.length > 0 && (
        <Card padding="flush" title={t('sign.list.there', { n: there.length })}>
          {rows(there)}
        </Card>
      )}
      {others.length > 0 && (
        <Card padding="flush" title={t('sign.list.others', { n: others.length })}>
          {rows(others)}
        </Card>
      )}
      {found.length === 0 && <p>{t('sign.list.none')}</p>}
      {Math.max(there.length, others.length) > mostRows && <p>{t('sign.list.more')}</p>}
    </>
  );
}

interface SignerRowProps {
  signer: Signer;
  isCurrent: boolean;
  onChoose: (() => void) | undefined;
}

function SignerRow({ signer, isCurrent, onChoose }: SignerRowProps) {
  const { t, format } = useI18n();
  const { name, signed } = signer;
  const state = !signed
    ? t('sign.list.notYet')
    : signed.isDisputed
      ? t('sign.list.disputed')
      : signed.unable !== undefined
        ? t('sign.round.unableAs', { reason: signed.unable })
        : signed.at === undefined
          ? t('sign.list.signed')
          : t('sign.list.signedAt', { time: format.time(signed.at) });
  return (
    <ListRow
      title={name}
      detail={state}
      trailing={signed && <Icon shape={signed.image ? checkIcon : noteIcon} />}
      current={isCurrent}
      {...(onChoose && { onPress: onChoose })}
    />
  );
}
