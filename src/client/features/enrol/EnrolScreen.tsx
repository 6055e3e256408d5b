import { useLocation } from 'preact-iso/router';
import { useLayoutEffect, useState } from 'preact/hooks';
import { Problem } from '../../../domain/problem.ts';
import { readScope } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { languageNames, languages } from '../../i18n/language.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { begunPrefix } from '../../parts/begun-prefix.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { codeFromHash, tidyCode } from './invitation-code.ts';
import { enrolProblemWords } from './enrol-problem-words.ts';
import styles from './EnrolScreen.module.css';

/**
 * Lets somebody in: the first screen of a new device, and the way another person joins a shared one.
 * A link brings its code along.
 */
export function EnrolScreen() {
  const { account, now, sync, loadDrafts } = useServices();
  const { t, format, language, setLanguage } = useI18n();
  const { route } = useLocation();
  const [isFromLink, setIsFromLink] = useState(() => codeFromHash(location.hash) !== undefined);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isFirst = account.active.value === undefined;

  const code = account.code.value;
  const hasBegun = useLoaded(async () => {
    const begun = await (await loadDrafts()).read(begunPrefix);
    return Object.keys(begun).length > 0;
  });

  // Another link opened in the same tab changes only what is behind the `#`.
  useLayoutEffect(() => {
    function readLink() {
      const linked = codeFromHash(location.hash);
      if (linked === undefined) return;
      account.keepCode(linked);
      setIsFromLink(true);
      setProblem(undefined);
    }
    readLink();
    window.addEventListener('hashchange', readLink);
    return () => window.removeEventListener('hashchange', readLink);
  }, [account]);

  /** What was begun on this phone is taken over where her profile is opened. */
  function firstPlace(): string {
    const scopes = hasBegun ? (account.active.value?.scopes ?? []) : [];
    const village = scopes.map(({ id }) => readScope(id)?.village).find(Boolean);
    return village === undefined ? paths.home() : paths.library(village);
  }

  async function enrol(): Promise<void> {
    const tidy = tidyCode(code);
    if (tidy === '') {
      setProblem(t('all.enrol.codeMissing'));
      return;
    }
    setIsAsking(true);
    setProblem(undefined);
    try {
      await account.enrol(tidy);
      route(firstPlace(), true);
    } catch (error) {
      const known = error instanceof Problem ? error : new Problem('unexpected', {}, error);
      setProblem(enrolProblemWords(t, format, known, now()));
      setIsAsking(false);
      if (known !== error) throw error;
    }
  }

  function submit(event: Event) {
    event.preventDefault();
    if (!isAsking) void enrol();
  }

  function type(value: string) {
    account.keepCode(value);
    setIsFromLink(false);
    setProblem(undefined);
  }

  return (
    <Screen
      title={t(isFirst ? 'all.enrol.title' : 'all.enrol.addTitle')}
      {...(isFirst ? {} : { back: paths.device() })}
    >
      <div class={styles.lead}>
        {isFirst && <RiverPicture scene="underway" />}
        <p>{t(isFirst ? 'all.enrol.lead' : 'all.enrol.addLead')}</p>
      </div>
      <Card>
        <form class={styles.form} onSubmit={submit} noValidate>
          <TextField
            label={t('all.enrol.code')}
            hint={t(isFromLink ? 'all.enrol.codeFromLink' : 'all.enrol.codeHint')}
            value={code}
            onType={type}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={100}
          />
          {!sync.status.value.isOnline && code !== '' && !problem && (
            <Banner kind="info">{t('all.enrol.codeKept')}</Banner>
          )}
          {problem && <Banner kind="problem">{problem}</Banner>}
          <Button kind="primary" type="submit" busy={isAsking} block>
            {t(isAsking ? 'all.enrol.asking' : 'all.enrol.enter')}
          </Button>
        </form>
      </Card>
      <p class={styles.note}>{t('all.enrol.onceOnline')}</p>
      {isFirst && (
        <ButtonLink href={paths.libraryDraft()} kind={hasBegun ? 'secondary' : 'quiet'} block>
          {t(hasBegun ? 'all.enrol.resumeDraft' : 'all.enrol.startDraft')}
        </ButtonLink>
      )}
      {isFirst && (
        <SegmentedChoice
          label={t('all.settings.language')}
          labelHidden
          choices={languages.map(value => ({ value, label: languageNames[value] }))}
          value={language}
          onChoose={setLanguage}
        />
      )}
    </Screen>
  );
}
