import { LocationProvider } from 'preact-iso/router';
import { useEffect } from 'preact/hooks';
import { ServicesContext, useServices, type AppServices } from '../app-services.ts';
import { I18nProvider, useI18n } from '../i18n/use-i18n.tsx';
import { applyTheme } from '../ui/theme.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { Frame } from './Frame.tsx';
import { Routes } from './Routes.tsx';
import { useTranslation } from './use-translation.ts';

interface AppProps {
  services: AppServices;
  /** Told of an error that no screen could draw around. The app is gone from the screen then. */
  onCrash: (error: unknown) => void;
}

/** The whole app on the screen: the services for all, the language, the colours, the frame, the screens. */
export function App({ services, onCrash }: AppProps) {
  return (
    <CrashBoundary onCrash={onCrash}>
      <ServicesContext.Provider value={services}>
        <Speaking />
      </ServicesContext.Provider>
    </CrashBoundary>
  );
}

function Speaking() {
  const { settings } = useServices();
  const translation = useTranslation(settings.language.value);
  const theme = settings.theme.value;
  useEffect(() => applyTheme(theme === 'auto' ? null : theme), [theme]);
  if (!translation) return null;
  return (
    <I18nProvider translation={translation} setLanguage={settings.setLanguage}>
      <Standing />
    </I18nProvider>
  );
}

function Standing() {
  const { t } = useI18n();
  return (
    <Toasts dismissLabel={t('all.action.close')}>
      <LocationProvider>
        <Frame>
          <Routes />
        </Frame>
      </LocationProvider>
    </Toasts>
  );
}
