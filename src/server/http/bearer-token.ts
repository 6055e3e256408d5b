import type { HonoRequest } from 'hono';

/** The token that came with a request; undefined if none did, or what came can be none. */
export function bearerToken(request: HonoRequest): string | undefined {
  return /^Bearer ([\w.-]{1,1000})$/.exec(request.header('Authorization') ?? '')?.[1];
}
