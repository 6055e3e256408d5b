import { useServices } from '../../app-services.ts';
import { languageNames, languages } from '../../i18n/language.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Card } from '../../ui/Card.tsx';
import { moonIcon, settingsIcon, sunIcon } from '../../ui/icons.ts';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import styles from './stack.module.css';

/** Language and colours of this device. */
export function SettingsCard() {
  const { settings } = useServices();
  const { t } = useI18n();
  return (
    <Card title={t('all.settings.title')}>
      <div class={styles.stack}>
        <SegmentedChoice
          label={t('all.settings.language')}
          choices={languages.map(value => ({ value, label: languageNames[value] }))}
          value={settings.language.value}
          onChoose={language => settings.setLanguage(language)}
        />
        <SegmentedChoice
          label={t('all.settings.theme')}
          choices={[
            { value: 'auto', label: t('all.settings.themeSystem'), icon: settingsIcon },
            { value: 'light', label: t('all.settings.themeLight') },
            { value: 'dark', label: t('all.settings.themeDark'), icon: moonIcon },
            { value: 'sun', label: t('all.settings.themeSun'), icon: sunIcon },
          ]}
          value={settings.theme.value}
          onChoose={theme => settings.setTheme(theme)}
        />
      </div>
    </Card>
  );
}
