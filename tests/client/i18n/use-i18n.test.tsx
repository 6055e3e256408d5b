// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { isLanguage, languages } from '../../../src/client/i18n/language.ts';
import {
  indonesian,
  loadLaterWords,
  loadTranslation,
} from '../../../src/client/i18n/translation.ts';
import { I18nProvider, useI18n } from '../../../src/client/i18n/use-i18n.tsx';

afterEach(cleanup);

function RetryButton() {
  const { t, format, setLanguage } = useI18n();
  return (
    <button onClick={() => setLanguage('en')}>
      {t('all.action.retry')} {format.number(0.5)}
    </button>
  );
}

test('screens change their language when it is asked for, and the document says which it is', async () => {
  const english = await loadTranslation('en');
  function App() {
    const [translation, setTranslation] = useState(indonesian);
    return (
      <I18nProvider
        translation={translation}
        setLanguage={language => setTranslation(language === 'en' ? english : indonesian)}
      >
        <RetryButton />
      </I18nProvider>
    );
  }
  render(<App />);
  expect(screen.getByRole('button').textContent).toBe('Coba lagi 0,5');
  expect(document.documentElement.lang).toBe('id');

  await userEvent.click(screen.getByRole('button'));

  expect(screen.getByRole('button').textContent).toBe('Try again 0.5');
  expect(document.documentElement.lang).toBe('en');
});

test('a screen that stands alone speaks Indonesian', () => {
  render(<RetryButton />);
  expect(screen.getByRole('button').textContent).toBe('Coba lagi 0,5');
});

test('a language is recognised among anything a device may have stored', () => {
  expect(languages.every(isLanguage)).toBe(true);
  expect([undefined, null, 'fr', 1, {}].some(isLanguage)).toBe(false);
});

test('the words of later screens are there once they were fetched', async () => {
  expect(indonesian.t('all.receipts.title')).toBe('[all.receipts.title]');
  await loadLaterWords();
  expect(indonesian.t('all.receipts.title')).toBe('Bukti terkirim');
});
