import { useLocation } from 'preact-iso/router';
import { useEffect, useState } from 'preact/hooks';
import {
  mostCharacters,
  mostItems,
  subjects,
  type TemplateContent,
  type TemplateVersion,
} from '../../../domain/checklists/template.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { addIcon } from '../../ui/icons.ts';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import {
  changeItem,
  contentOf,
  draftOf,
  fitsOneOperation,
  moveItem,
  type TemplateDraft,
} from './template-draft.ts';
import styles from './TemplateEditor.module.css';
import { TemplateItemRow } from './TemplateItemRow.tsx';
import { draftKeyOf } from './template-draft-key.ts';
import type { AllTemplates } from './use-all-templates.ts';

interface TemplateEditorProps {
  id: string;
  all: AllTemplates;
  newest: TemplateVersion | undefined;
  first: TemplateDraft;
  /** True if something was changed before and not saved. */
  isBegun: boolean;
}

/** Changes a template. Every stroke is kept on the device; what is saved is a version of its own. */
export function TemplateEditor({ id, all, newest, first, isBegun }: TemplateEditorProps) {
  const { records, loadDrafts, newId } = useServices();
  const { t } = useI18n();
  const { route } = useLocation();
  const saving = useSaving();
  const showToast = useToast();
  const [draft, setDraft] = useState(first);
  const [isChanged, setIsChanged] = useState(isBegun);
  const before = newest?.content;
  const number = (before?.number ?? 0) + 1;
  const content = contentOf(draft, before, number);
  const isTooLong = content !== undefined && !fitsOneOperation(content);

  function change(next: TemplateDraft | ((draft: TemplateDraft) => TemplateDraft)) {
    setDraft(next);
    setIsChanged(true);
  }

  useEffect(() => {
    if (!isChanged) return;
    void loadDrafts().then(drafts => drafts.put(draftKeyOf(id), draft as unknown as JsonValue));
  }, [loadDrafts, id, draft, isChanged]);

  async function forget(): Promise<void> {
    setIsChanged(false);
    await (await loadDrafts()).put(draftKeyOf(id), undefined);
  }

  async function discard(): Promise<void> {
    const left = draft;
    setDraft(before ? draftOf(before) : { title: '', for: 'training', items: [] });
    await forget();
    showToast({
      text: t('checklist.template.discarded'),
      action: { label: t('all.action.undo'), onPress: () => change(left) },
    });
  }

  async function write(version: TemplateContent): Promise<void> {
    const template = id === 'new' ? newId() : id;
    const r = `${template}:${newId()}`;
    const isSaved = await saving(() =>
      records.write(
        all.streamsFor(version.for).map(stream => ({
          stream,
          t: 'checklistTemplate',
          r,
          fields: { content: version as unknown as JsonValue },
          seen: undefined,
        })),
      ),
    );
    if (!isSaved) return;
    await forget();
    showToast({ text: t('checklist.template.saved', { n: version.number }) });
    route(laterPaths.templates());
  }

  function drop(key: string) {
    const left = draft;
    change({ ...draft, items: draft.items.filter(item => item.key !== key) });
    showToast({
      text: t('checklist.template.dropped'),
      action: { label: t('all.action.undo'), onPress: () => change(left) },
    });
  }

  function add() {
    const item = { key: newId(), text: '', blocks: undefined };
    change({ ...draft, items: [...draft.items, item] });
  }

  return (
    <>
      <Banner kind="info">{t('checklist.template.keeps')}</Banner>
      <Card>
        <Stack>
          <TextField
            label={t('checklist.template.name')}
            value={draft.title}
            onType={title => change({ ...draft, title })}
            maxLength={mostCharacters}
            autoCapitalize="sentences"
          />
          {!newest && (
            <SegmentedChoice
              label={t('checklist.template.for')}
              choices={subjects.map(value => ({ value, label: t(`checklist.subject.${value}`) }))}
              value={draft.for}
              onChoose={subject => change({ ...draft, for: subject })}
            />
          )}
        </Stack>
      </Card>
      <ol class={styles.items}>
        {draft.items.map((item, index) => (
          <TemplateItemRow
            key={item.key}
            item={item}
            number={index + 1}
            isFirst={index === 0}
            isLast={index === draft.items.length - 1}
            canBlock={draft.for === 'training'}
            onChange={changed => change(now => changeItem(now, item.key, changed))}
            onMove={by => change(now => moveItem(now, item.key, by))}
            onDrop={() => drop(item.key)}
          />
        ))}
      </ol>
      <Button icon={addIcon} block disabled={draft.items.length >= mostItems} onPress={add}>
        {t('checklist.template.add')}
      </Button>
      {isTooLong && <Banner kind="warning">{t('checklist.template.tooLong')}</Banner>}
      <Stack>
        <Button
          kind="primary"
          block
          disabled={!isChanged || isTooLong || !content || content.items.length === 0}
          onPress={() => content && void write(content)}
        >
          {t('checklist.template.save', { n: number })}
        </Button>
        {isChanged && (
          <Button kind="quiet" block onPress={() => void discard()}>
            {t('checklist.template.discard')}
          </Button>
        )}
        {before && !isChanged && (
          <Button
            kind="quiet"
            block
            onPress={() => {
              const { retired, ...rest } = before;
              void write({ ...rest, number, ...(!retired && { retired: true as const }) });
            }}
          >
            {t(before.retired ? 'checklist.template.useAgain' : 'checklist.template.retire')}
          </Button>
        )}
      </Stack>
    </>
  );
}
