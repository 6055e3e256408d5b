import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { Tick } from '../../forms/Ticks.tsx';
import type { FieldWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ConsentControl.module.css';
import { consentNotice } from './consent-notice.ts';
import type { LibraryBook } from './use-library.ts';

/** A consent as it is stored: which text, when (ms), who agreed; and when it was withdrawn. */
interface Consent {
  version: string;
  at: number;
  name: string;
  withdrawnAt?: number;
}

interface ConsentControlProps {
  book: LibraryBook;
  words: FieldWords;
  value: JsonValue | undefined;
  onAnswer: (value: JsonValue) => void;
}

/** The notice, a box that nobody has ticked beforehand, and the way back. */
export function ConsentControl({ book, words, value, onAnswer }: ConsentControlProps) {
  const { device, account } = useServices();
  const { t, format, language } = useI18n();
  const id = useId();
  const consent = readConsent(value);
  const isGiven = consent !== undefined && consent.withdrawnAt === undefined;
  const respondent = book.answers['pengisi'] as { nama?: string } | null | undefined;
  const [typed, setTyped] = useState<string>();
  const [isMissing, setIsMissing] = useState(false);
  const name = (typed ?? respondent?.nama ?? account.active.value?.name ?? '').trim();
  const notice = consentNotice(language);

  // What was pressed is gone: whoever has a keyboard goes on with what stands in its place.
  const group = useRef<HTMLFieldSetElement>(null);
  const hasPressed = useRef(false);
  useLayoutEffect(() => {
    if (!hasPressed.current) return;
    hasPressed.current = false;
    group.current?.querySelector<HTMLElement>('button, [type="checkbox"]')?.focus();
  }, [isGiven]);

  function agree() {
    if (name.length < 3) {
      setIsMissing(true);
      return;
    }
    hasPressed.current = true;
    onAnswer({ version: notice.version, at: device.likelyNow(), name });
  }

  function withdraw() {
    if (!consent) return;
    hasPressed.current = true;
    onAnswer({ ...consent, withdrawnAt: device.likelyNow() });
  }

  return (
    <fieldset ref={group} class={styles.consent} aria-labelledby={id}>
      <h2 class={styles.title} id={id}>
        {words.label}
      </h2>
      <details class={styles.notice} open={!consent}>
        <summary>{t(consent ? 'library.consent.show' : 'library.consent.title')}</summary>
        <dl>
          {notice.paragraphs.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
      {isGiven ? (
        <>
          <p class={styles.given}>
            {t('library.consent.given', {
              name: consent.name,
              when: format.dateTime(consent.at),
              version: consent.version,
            })}
          </p>
          <Button onPress={withdraw}>{t('library.consent.withdraw')}</Button>
        </>
      ) : (
        <>
          {consent?.withdrawnAt !== undefined && (
            <p>{t('library.consent.withdrawn', { when: format.dateTime(consent.withdrawnAt) })}</p>
          )}
          <TextField
            label={t('library.consent.name')}
            value={typed ?? name}
            onType={setTyped}
            error={isMissing && name.length < 3 ? t('library.consent.nameMissing') : undefined}
            autoCapitalize="words"
            maxLength={100}
          />
          <Tick label={t('library.consent.tick')} isOn={false} onToggle={agree} />
        </>
      )}
    </fieldset>
  );
}

function readConsent(value: JsonValue | undefined): Consent | undefined {
  return typeof value === 'object' && value !== null && 'version' in value
    ? (value as unknown as Consent)
    : undefined;
}
