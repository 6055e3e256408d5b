import type { MiddlewareHandler } from 'hono';
import type { Env } from './env.ts';

const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // The camera is for signatures and photos of a library; nothing else of the device is wanted.
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Headers that every answer carries, but for what its route says more strictly itself. Behind a proxy that is trusted, and speaks TLS, browsers are told to stay with it. */
export function securityHeaders({ trustProxy }: { trustProxy: boolean }): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.header(name, value);
    if (trustProxy && c.req.header('X-Forwarded-Proto') === 'https')
      c.header('Strict-Transport-Security', 'max-age=31536000');
  };
}

/** Answers to devices are for nobody else, and not for later, unless a route says otherwise itself. */
export const notToBeKept: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
};
