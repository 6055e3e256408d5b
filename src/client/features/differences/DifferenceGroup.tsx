import type { JsonValue } from '../../../domain/records/kind.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Sides } from '../../parts/work/Sides.tsx';
import { fieldWords, type Speech } from '../../parts/work/value-words.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { historyIcon } from '../../ui/icons.ts';
import styles from './DifferenceGroup.module.css';
import type { OpenDifference } from './read-differences.ts';
import { rules, type Rule } from './settle-by-rule.ts';

/** A difference in words. */
export interface DescribedDifference {
  open: OpenDifference;
  /** Whom or what it is about. */
  title: string;
  /** Names of those who recorded it, by their ids. */
  names: ReadonlyMap<string, string | undefined>;
  maySettle: boolean;
}

interface DifferenceGroupProps {
  title: string;
  /** At least one. */
  differences: readonly DescribedDifference[];
  speech: Speech;
  onSettle: (open: OpenDifference, value: JsonValue) => void;
  onSettleAll: (rule: Rule) => void;
}

/** Differences that belong together: each with its sides, and a rule for all of them. */
export function DifferenceGroup({
  title,
  differences,
  speech,
  onSettle,
  onSettleAll,
}: DifferenceGroupProps) {
  const { t } = useI18n();
  const settleable = differences.filter(({ maySettle }) => maySettle).length;
  return (
    <Card title={title} trailing={<Badge tone="caution">{differences.length}</Badge>}>
      <ul class={styles.list}>
        {differences.map(({ open, title: about, names, maySettle }) => (
          <li key={`${open.kind} ${open.id} ${open.field}`} class={styles.item}>
            <h3 class={styles.title}>{about}</h3>
            <Sides
              heads={open.sides.map(({ operation, value, by, at }) => ({
                o: operation,
                v: value,
                by,
                s: at,
              }))}
              nameOf={by => names.get(by)}
              wordsOf={value => fieldWords(speech, open.kind, open.field, value)}
              onSettle={maySettle ? value => onSettle(open, value) : undefined}
            />
            <ButtonLink
              href={paths.history(open.stream, open.kind, open.id)}
              kind="quiet"
              icon={historyIcon}
            >
              {t('all.history.open')}
            </ButtonLink>
          </li>
        ))}
      </ul>
      {settleable > 1 && (
        <div class={styles.all}>
          <p>{t('difference.page.all', { n: settleable })}</p>
          {rules.map(rule => (
            <Button key={rule} onPress={() => onSettleAll(rule)}>
              {t(`difference.rule.${rule}`)}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}
