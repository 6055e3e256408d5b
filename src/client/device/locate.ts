/** Degrees, and metres within which they are true. */
export interface Location {
  lat: number;
  lon: number;
  accuracy: number;
}

/** The part of the browser's geolocation that is used; missing on plain http. */
export type GeolocationPart = Pick<Geolocation, 'getCurrentPosition'>;

/** A satellite fix without a network takes its time on a cheap phone. */
const patienceMs = 60_000;

/**
 * Asks the device where it is; works without a network. Throws an `Error` whose message is `denied` (the
 * person or the browser said no), `timeout` or `unavailable`.
 */
export function locate(geolocation: GeolocationPart | undefined): Promise<Location> {
  return new Promise((resolve, reject) => {
    if (!geolocation) {
      reject(new Error('unavailable'));
      return;
    }
    geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({ lat: coords.latitude, lon: coords.longitude, accuracy: coords.accuracy }),
      ({ code }) =>
        reject(new Error(code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable')),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 0 },
    );
  });
}
