import { mostCharacters } from '../../../domain/checklists/template.ts';
import { Tick } from '../../forms/Ticks.tsx';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { chevronDownIcon } from '../../ui/icons.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { DraftItem } from './template-draft.ts';
import styles from './TemplateEditor.module.css';

const chevronUpIcon = 'M5 15l7-7 7 7';

interface TemplateItemRowProps {
  item: DraftItem;
  number: number;
  isFirst: boolean;
  isLast: boolean;
  /** True where leaving or closing may wait for it. */
  canBlock: boolean;
  onChange: (change: Partial<Omit<DraftItem, 'key'>>) => void;
  onMove: (by: number) => void;
  onDrop: () => void;
}

/** One item of a template, with all that can be done to it. */
export function TemplateItemRow(props: TemplateItemRowProps) {
  const { item, number, isFirst, isLast, canBlock, onChange, onMove, onDrop } = props;
  const { t } = useI18n();
  return (
    <li class={styles.item}>
      <TextField
        label={t('checklist.template.item', { n: number })}
        value={item.text}
        onType={text => onChange({ text })}
        maxLength={mostCharacters}
        autoCapitalize="sentences"
      />
      {canBlock &&
        (['leaving', 'closing'] as const).map(what => (
          <Tick
            key={what}
            label={t(`checklist.template.${what}`)}
            isOn={item.blocks === what}
            onToggle={() => onChange({ blocks: item.blocks === what ? undefined : what })}
          />
        ))}
      <div class={styles.actions}>
        <IconButton
          icon={chevronUpIcon}
          label={t('checklist.template.up', { n: number })}
          disabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <IconButton
          icon={chevronDownIcon}
          label={t('checklist.template.down', { n: number })}
          disabled={isLast}
          onPress={() => onMove(1)}
        />
        <Button kind="quiet" onPress={onDrop}>
          {t('checklist.template.drop')}
        </Button>
      </div>
    </li>
  );
}
