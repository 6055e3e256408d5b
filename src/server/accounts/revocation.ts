import type { Home } from './home.ts';

/**
 * Shuts a device out: it reads nothing any more, and what it pushes is kept apart. False if home does
 * not know the device.
 */
export async function revokeDevice({ store, clock }: Home, device: string): Promise<boolean> {
  return store.transaction(tx => tx.revokeDevice(device, clock()));
}
