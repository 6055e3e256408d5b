import { itemStates, type ItemState } from '../../../domain/checklists/progress.ts';
import { isDisputed } from '../../../protocol/merge.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import {
  cameraIcon,
  checkIcon,
  closeIcon,
  cloudWaitingIcon,
  minusIcon,
  noteIcon,
  warningIcon,
} from '../../ui/icons.ts';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import type { ListedItem } from './checklist-view.ts';
import { templateWords } from './checklist-words.ts';
import styles from './ItemRow.module.css';
import { Sides } from '../work/Sides.tsx';

interface ItemRowProps {
  listed: ListedItem;
  nameOf: (person: string) => string | undefined;
  /** Left out where one may only look. */
  onChoose: ((state: ItemState) => void) | undefined;
  onOpen: () => void;
}

const iconOf = { sudah: checkIcon, belum: minusIcon, 'tidak-berlaku': closeIcon };

/** One item: what it is, three big answers, and who said what when. */
export function ItemRow({ listed, nameOf, onChoose, onOpen }: ItemRowProps) {
  const { t, format, language } = useI18n();
  const { item, state, note, photo, view } = listed;
  const said = view?.state['state'];
  const head = said?.h[0];
  const words = templateWords(item.text, language);
  return (
    <li class={styles.row} data-state={state}>
      {onChoose ? (
        <SegmentedChoice
          label={words}
          choices={itemStates.map(value => ({ value, label: t(`checklist.state.${value}`) }))}
          value={state ?? null}
          onChoose={onChoose}
          density="compact"
        />
      ) : (
        <p class={styles.words}>
          <strong>{words}</strong>
          {state && (
            <Badge tone={state === 'sudah' ? 'good' : 'neutral'} icon={iconOf[state]}>
              {t(`checklist.state.${state}`)}
            </Badge>
          )}
        </p>
      )}
      {said && isDisputed(said) && (
        <Sides
          heads={said.h}
          nameOf={nameOf}
          wordsOf={value => t(`checklist.state.${isState(value) ? value : 'none'}`)}
          onSettle={onChoose && (value => isState(value) && onChoose(value))}
        />
      )}
      {note !== undefined && (
        <p class={styles.note}>
          <Icon shape={noteIcon} size="small" />
          <span>{note}</span>
        </p>
      )}
      <div class={styles.foot}>
        <div class={styles.facts}>
          {item.blocks && state !== 'sudah' && state !== 'tidak-berlaku' && (
            <Badge tone="caution">{t(`checklist.item.${item.blocks}`)}</Badge>
          )}
          {head && head.v !== null && (
            <span class={styles.who}>
              {[nameOf(head.by), format.dateTime(head.s)].filter(Boolean).join(' · ')}
            </span>
          )}
          {view?.delivery === 'waiting' && (
            <span class={styles.who}>
              <Icon shape={cloudWaitingIcon} size="small" />
              {t('checklist.item.waiting')}
            </span>
          )}
          {view?.delivery === 'attention' && (
            <Badge tone="caution" icon={warningIcon}>
              {t('checklist.item.attention')}
            </Badge>
          )}
        </div>
        <span class={styles.more}>
          <Button kind="quiet" icon={photo === undefined ? noteIcon : cameraIcon} onPress={onOpen}>
            {t(photo === undefined ? 'checklist.item.more' : 'checklist.item.hasPhoto')}
          </Button>
        </span>
      </div>
    </li>
  );
}

function isState(value: unknown): value is ItemState {
  return itemStates.some(state => state === value);
}
