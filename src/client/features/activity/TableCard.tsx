import { useI18n } from '../../i18n/use-i18n.tsx';
import type { Speech } from '../../parts/work/value-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { downloadIcon, syncIcon } from '../../ui/icons.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useTable } from './use-table.ts';

interface TableCardProps {
  stream: string;
  speech: Speech;
  nameOf: (device: string) => string;
}

/** Everything as one file for a spreadsheet. */
export function TableCard({ stream, speech, nameOf }: TableCardProps) {
  const { t } = useI18n();
  const { progress, start, cancel } = useTable(stream, speech, nameOf);
  const isUnderWay = progress?.state === 'fetching' || progress?.state === 'stopped';
  return (
    <Card title={t('koordinator.table.title')}>
      <Stack>
        <p>{t('koordinator.table.text')}</p>
        {isUnderWay && (
          <ProgressBar
            label={t('koordinator.table.fetching')}
            detail={t('koordinator.table.progress', { n: progress.rows, total: progress.total })}
            value={progress.total === 0 ? null : progress.rows}
            max={Math.max(1, progress.total)}
          />
        )}
        {progress?.problem !== undefined && (
          <Banner kind="info">
            <p>{t(`all.problem.${progress.problem}`)}</p>
          </Banner>
        )}
        {progress?.state === 'done' && (
          <output>{t('koordinator.table.done', { n: progress.rows })}</output>
        )}
        <Stack direction="row">
          {progress?.state === 'stopped' && (
            <Button icon={syncIcon} onPress={start}>
              {t('koordinator.table.continue')}
            </Button>
          )}
          {isUnderWay ? (
            <Button onPress={cancel}>{t('koordinator.table.cancel')}</Button>
          ) : (
            <Button icon={downloadIcon} onPress={start}>
              {t('koordinator.table.save')}
            </Button>
          )}
        </Stack>
      </Stack>
    </Card>
  );
}
