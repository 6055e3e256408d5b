import { signal, type ReadonlySignal } from '@preact/signals';
import type { DeviceStore } from './device-store.ts';

type Language = 'id' | 'en';
type Theme = 'auto' | 'light' | 'dark' | 'sun';

/** How this device shows things; kept over restarts. */
export interface DeviceSettings {
  language: ReadonlySignal<Language>;
  setLanguage(language: Language): void;
  theme: ReadonlySignal<Theme>;
  setTheme(theme: Theme): void;
}

/** Opens the settings. A setting that cannot be kept holds until the app is closed. */
export async function openSettings(store: DeviceStore): Promise<DeviceSettings> {
  const [language, setLanguage] = await openSetting<Language>(store, 'language', ['id', 'en']);
  const [theme, setTheme] = await openSetting<Theme>(store, 'theme', [
    'auto',
    'light',
    'dark',
    'sun',
  ]);
  return { language, setLanguage, theme, setTheme };
}

/** One setting; the first of the choices as long as none was made. */
async function openSetting<T>(store: DeviceStore, key: string, choices: readonly [T, ...T[]]) {
  const kept = await store.get<T>(key);
  const value = signal(choices.find(choice => choice === kept) ?? choices[0]);
  const choose = (choice: T): void => {
    value.value = choice;
    void store.set(key, choice).catch(() => {});
  };
  return [value, choose] as const;
}
