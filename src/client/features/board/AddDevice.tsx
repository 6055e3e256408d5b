import { useState } from 'preact/hooks';
import { isFound, searchText } from '../../../domain/search-text.ts';
import type { DeviceEntry } from '../../../protocol/event-messages.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { addIcon, tabletIcon } from '../../ui/icons.ts';
import { Icon } from '../../ui/Icon.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useCorrection } from './use-correction.ts';

interface AddDeviceProps {
  stream: string;
  others: readonly DeviceEntry[];
}

/** More than these nobody looks through: the search narrows them. */
const mostShown = 40;

/** The way to wait for a device that no trainer of this training was let in on. */
export function AddDevice({ stream, others }: AddDeviceProps) {
  const { t } = useI18n();
  const [isOpen, setIsOpen] = useState(false);
  const [sought, setSought] = useState('');
  const correct = useCorrection(stream);
  const nameOf = ({ people, name, id }: DeviceEntry) =>
    people.map(person => person.name).join(', ') || name || id.slice(0, 8);
  const typed = searchText(sought);
  const found = others
    .filter(device =>
      isFound(typed, searchText(`${nameOf(device)} ${device.name} ${device.id.slice(0, 8)}`)),
    )
    .slice(0, mostShown);

  function add(device: DeviceEntry): void {
    setIsOpen(false);
    const done = t('koordinator.board.added', { name: nameOf(device) });
    void correct(device.id, { state: 'expected', note: '' }, done);
  }

  return (
    <>
      <Button icon={addIcon} kind="quiet" block onPress={() => setIsOpen(true)}>
        {t('koordinator.board.add')}
      </Button>
      {isOpen && (
        <Sheet
          title={t('koordinator.board.add')}
          closeLabel={t('all.action.close')}
          onClose={() => setIsOpen(false)}
        >
          <p>{t('koordinator.board.addText')}</p>
          {others.length === 0 ? (
            <p>{t('koordinator.board.addNone')}</p>
          ) : (
            <>
              <SearchField
                label={t('koordinator.board.addSearch')}
                value={sought}
                onSearch={setSought}
                clearLabel={t('all.action.clear')}
              />
              <List label={t('koordinator.board.add')}>
                {found.map(device => (
                  <ListRow
                    key={device.id}
                    leading={<Icon shape={tabletIcon} />}
                    title={nameOf(device)}
                    detail={`${device.name || t('koordinator.devices.unnamed')} · ${device.id.slice(0, 8)}`}
                    onPress={() => add(device)}
                  />
                ))}
              </List>
            </>
          )}
        </Sheet>
      )}
    </>
  );
}
