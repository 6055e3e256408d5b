import { useEffect, useState } from 'preact/hooks';
import { templateOfRef } from '../../../domain/checklists/template.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { coordinates } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { draftOf, type TemplateDraft } from './template-draft.ts';
import { draftKeyOf } from './template-draft-key.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { useAllTemplates } from './use-all-templates.ts';

const empty: TemplateDraft = { title: '', for: 'training', items: [] };

/** One template: its items can be added, renamed, moved, dropped; saving makes another version. */
export function TemplateScreen({ id }: { id: string }) {
  const { account } = useServices();
  const { t } = useI18n();
  const all = useAllTemplates();
  const begun = useBegun(id);
  const newest = all?.newest.find(({ ref }) => templateOfRef(ref) === id);
  const isNew = id === 'new';
  const frame = {
    title: newest?.content.title.id ?? t('checklist.template.begin'),
    detail: newest && t('checklist.list.version', { n: newest.content.number }),
    back: laterPaths.templates(),
  };
  return (
    <Screen {...frame}>
      {!coordinates(account.active.value) ? (
        <Banner kind="info">{t('checklist.template.noRight')}</Banner>
      ) : !all || begun === undefined ? (
        <Skeleton label={t('checklist.list.loading')} rows={6} />
      ) : !newest && !isNew ? (
        <Banner kind="info">{t('checklist.list.unknownText')}</Banner>
      ) : (
        <TemplateEditor
          id={id}
          all={all}
          newest={newest}
          first={begun ?? (newest ? draftOf(newest.content) : empty)}
          isBegun={begun !== null}
        />
      )}
    </Screen>
  );
}

/** What was being changed when the screen was last left; null for nothing, undefined while it is read. */
function useBegun(id: string): TemplateDraft | null | undefined {
  const { loadDrafts } = useServices();
  const [begun, setBegun] = useState<TemplateDraft | null>();
  useEffect(() => {
    let isGone = false;
    async function read(): Promise<void> {
      const drafts = await loadDrafts();
      await drafts.settle();
      const kept: JsonValue | undefined = (await drafts.read(draftKeyOf(id)))[''];
      if (!isGone) setBegun(kept === undefined ? null : (kept as unknown as TemplateDraft));
    }

    void read();
    return () => {
      isGone = true;
    };
  }, [loadDrafts, id]);
  return begun;
}
