import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { leastFreeBytes, type LeavingCheck } from './check-leaving.ts';
import type { Leaving } from './use-leaving.ts';

/** What was checked, and how it is or what to do. */
export interface CheckWords {
  title: string;
  detail: string | undefined;
}

/** One check in words. */
export function checkWords(
  { t, format }: { t: Translate; format: Format },
  check: LeavingCheck,
  { facts, results, overview }: Leaving,
): CheckWords {
  const isOpen = results[check] === 'open';
  const title = t(`fasilitator.leaving.${check}`);
  const tell = (detail: string | undefined): CheckWords => ({ title, detail });
  const { training, place, battery, storage } = facts;
  switch (check) {
    case 'signIn':
      if (!place) return tell(t('fasilitator.leaving.signInNone'));
      if (place.until === undefined) return tell(t('fasilitator.leaving.givenNoEnd'));
      return tell(
        t(isOpen ? 'fasilitator.leaving.signInCure' : 'fasilitator.leaving.given', {
          day: format.day(place.until, 'long'),
        }),
      );
    case 'roster':
      if (!training) return tell(t('fasilitator.leaving.noTraining'));
      if (isOpen) return tell(t('fasilitator.leaving.rosterCure'));
      return tell(
        [overview?.training.name, t('fasilitator.leaving.people', { n: training.people })]
          .filter(Boolean)
          .join(' · '),
      );
    case 'sync':
      return tell(isOpen ? t('fasilitator.leaving.syncCure') : undefined);
    case 'version':
      if (!isOpen) return tell(facts.appVersion);
      return tell(
        t(
          facts.homeVersion === undefined
            ? 'fasilitator.leaving.versionOffline'
            : 'fasilitator.leaving.versionCure',
        ),
      );
    case 'offline':
      return tell(isOpen ? t('fasilitator.leaving.offlineCure') : undefined);
    case 'storage':
      return tell(isOpen ? t('fasilitator.leaving.storageCure') : undefined);
    case 'space':
      if (storage?.free === undefined) return tell(t('fasilitator.leaving.spaceUnknown'));
      return tell(
        isOpen
          ? t('fasilitator.leaving.spaceCure', { n: leastFreeBytes / 1_000_000 })
          : t('all.device.megabytes', { n: Math.floor(storage.free / 1_000_000) }),
      );
    case 'clock':
      return tell(isOpen ? t('fasilitator.leaving.clockCure') : undefined);
    case 'battery': {
      if (!battery) return tell(t('fasilitator.leaving.batteryUnknown'));
      const share = format.percent(Math.round(battery.level * 100) / 100);
      if (battery.isCharging) return tell(t('fasilitator.leaving.charging', { share }));
      return tell(isOpen ? `${share}. ${t('fasilitator.leaving.batteryCure')}` : share);
    }
  }
}
