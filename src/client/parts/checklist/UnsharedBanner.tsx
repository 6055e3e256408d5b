import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useSaving } from '../work/use-saving.ts';
import type { Unshared } from './unshared.ts';

/** Lists that were changed elsewhere: a coordinator brings them to where they are ticked. */
export function UnsharedBanner({ unshared }: { unshared: readonly Unshared[] }) {
  const { records } = useServices();
  const { t } = useI18n();
  const saving = useSaving();
  const share = () =>
    saving(() =>
      records.write(
        unshared.map(({ stream, version: { ref, content } }) => ({
          stream,
          t: 'checklistTemplate',
          r: ref,
          fields: { content: content as unknown as JsonValue },
          seen: undefined,
        })),
      ),
    );
  const count = new Set(unshared.map(({ version }) => version.ref)).size;
  return (
    <Banner
      kind="info"
      title={t('checklist.template.unshared', { n: count })}
      actions={<Button onPress={() => void share()}>{t('checklist.template.share')}</Button>}
    >
      <p>{t('checklist.template.unsharedText')}</p>
    </Banner>
  );
}
