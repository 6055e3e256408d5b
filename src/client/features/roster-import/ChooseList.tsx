import { useRef } from 'preact/hooks';
import type { TableTrouble } from '../../../worker/roster-messages.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { noteIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface ChooseListProps {
  /** A list is being read. */
  isReading: boolean;
  /** Why the last one was not. */
  trouble: TableTrouble | undefined;
  /** What stands in the place for pasting. */
  pasted: string;
  onPaste: (pasted: string) => void;
  onChoose: (source: Blob | string, name: string) => void;
}

/** Asks for a list: a file, or what was copied from a spreadsheet. */
export function ChooseList({ isReading, trouble, pasted, onPaste, onChoose }: ChooseListProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {trouble && (
        <Banner kind="problem" title={t('import.trouble.title')}>
          <p>{t(`import.trouble.${trouble}`)}</p>
          <p>{t('import.trouble.nothing')}</p>
        </Banner>
      )}
      <Card title={t('import.choose.file')}>
        <Stack>
          <p>{t('import.choose.fileText')}</p>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('import.choose.file')}
            accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv"
            onChange={event => {
              const [file] = event.currentTarget.files ?? [];
              if (file) onChoose(file, file.name);
              // The same file may be chosen again, after it was put right.
              event.currentTarget.value = '';
            }}
          />
          <Button
            kind="primary"
            icon={noteIcon}
            busy={isReading}
            block
            onPress={() => input.current?.click()}
          >
            {t(isReading ? 'import.choose.reading' : 'import.choose.open')}
          </Button>
        </Stack>
      </Card>
      <Card title={t('import.choose.paste')}>
        <Stack>
          <TextField
            label={t('import.choose.pasteLabel')}
            hint={t('import.choose.pasteHint')}
            lines={6}
            value={pasted}
            onType={onPaste}
          />
          <Button
            block
            disabled={pasted.trim() === ''}
            onPress={() => onChoose(pasted, t('import.choose.pasted'))}
          >
            {t('import.choose.readPasted')}
          </Button>
        </Stack>
      </Card>
    </>
  );
}
