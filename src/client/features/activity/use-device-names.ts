import { useCallback } from 'preact/hooks';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useAsked } from '../../parts/use-asked.ts';

/** How devices are called here, and which of them somebody of these people uses. */
export interface DeviceNames {
  /** "Tablet Rina (3f9a1c22)"; by its id alone where its name is not known. */
  nameOf: (device: string) => string;
  usedBy: (people: ReadonlySet<string>) => string[];
}

/** The devices' names, as home tells them; until it does, and if it does not, they go by their ids. */
export function useDeviceNames(): DeviceNames {
  const { receipts, now } = useServices();
  const { t } = useI18n();
  const asked = useAsked(() => receipts.fetchDevices(), [receipts], { now });
  const devices = asked.last?.value.devices;
  const nameOf = useCallback(
    (id: string) => {
      const device = id.slice(0, 8);
      const name = devices?.find(one => one.id === id)?.name;
      return name
        ? t('koordinator.activity.device', { name, device })
        : t('all.history.from', { device });
    },
    [devices, t],
  );
  const usedBy = useCallback(
    (people: ReadonlySet<string>) =>
      (devices ?? [])
        .filter(one => one.people.some(({ id }) => people.has(id)))
        .map(({ id }) => id),
    [devices],
  );
  return { nameOf, usedBy };
}
