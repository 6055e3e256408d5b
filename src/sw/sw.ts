import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

// Keeps the built files on the device and starts the app from them. Knows nothing of the app: no
// request to the server goes through here, least of all an upload.

declare const self: ServiceWorkerGlobalScope & {
  /** The build's list of files. */
  __WB_MANIFEST: (string | PrecacheEntry)[];
};

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

/** Any address of the app begins with the same page; the server's own are left alone. */
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(?:api|sync)(?:\/|$)/],
  }),
);

/** The first visit, too, gets its further parts from here; after an update the page reloads anyway. */
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

/** A new version waits until somebody agrees to it. */
self.addEventListener('message', event => {
  const message: unknown = event.data;
  const asksToSwitch =
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'SKIP_WAITING';
  if (asksToSwitch) void self.skipWaiting();
});
