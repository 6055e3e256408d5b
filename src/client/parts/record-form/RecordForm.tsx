import { checkValue } from '../../../domain/forms/check-value.ts';
import type { Day } from '../../../domain/day.ts';
import type { Field } from '../../../domain/forms/field.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { valuesOf, type RecordView } from '../../data/record-view.ts';
import { FieldControl, isDrawnHere } from '../../forms/FieldControl.tsx';
import { issueWords } from '../../forms/issue-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useProfileWords } from '../profile/use-profile-words.ts';
import { recordWords } from './record-forms.ts';
import styles from './RecordForm.module.css';
import { useDrafting } from './use-drafting.ts';
import { useStoredDrafts } from './use-stored-drafts.ts';

interface RecordFormProps {
  fields: readonly Field[];
  /** Undefined as long as nothing of the record is saved. */
  view: RecordView | undefined;
  /** Under which what is being typed is kept, followed by the field's key. */
  prefix: string;
  today: Day;
  /** True once it is saved. */
  onAnswer: (key: string, given: JsonValue) => Promise<boolean>;
}

/**
 * The questions of one record, each saved when its place is left, with what was being typed when they
 * were last left. Give it a key: another record begins anew.
 */
export function RecordForm({ fields, view, prefix, today, onAnswer }: RecordFormProps) {
  const { t, format, language } = useI18n();
  const drafts = useStoredDrafts(prefix);
  const profileWords = useProfileWords();
  const { type, answer } = useDrafting(prefix, onAnswer);
  const words = recordWords(language);
  const values = valuesOf<Record<string, JsonValue>>(view);
  if (!drafts || !profileWords) return <Skeleton label={t('form.record.loading')} rows={4} />;

  return (
    <Stack gap="large">
      {fields.filter(isDrawnHere).map(one => {
        const value = values[one.key];
        const issues = value === undefined ? [] : checkValue(one, value, today);
        return (
          <div key={one.key}>
            <FieldControl
              field={one}
              words={words[one.key] ?? { label: one.key }}
              units={profileWords.units}
              value={value}
              draft={drafts[one.key]}
              issues={issues}
              today={today}
              onType={typed => type(one.key, typed)}
              onAnswer={given => void answer(one.key, given)}
              locate={() => Promise.reject(new Error('unavailable'))}
            />
            {issues.map(issue => (
              <output key={issue.code} class={styles.issue}>
                {issueWords(t, format, issue, { fields: words })}
              </output>
            ))}
          </div>
        );
      })}
    </Stack>
  );
}
