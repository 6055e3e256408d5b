import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { SetupProblem } from './setup-problem.ts';

/** A server that answers. */
export interface Listening {
  port: number;
  /** Stops accepting, finishes what was accepted, for at most ten seconds. */
  stop(): Promise<void>;
}

const longestStopMs = 10_000;
const sweepEveryMs = 50;

/** Answers on a port with `fetch`. Throws `SetupProblem` if the port cannot be had. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: { port: number; host: string },
): Promise<Listening> {
  const answer = getRequestListener(fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise(resolve => {
    // Connections kept open for a next request would hold the stop up.
    const sweep = setInterval(() => server.closeIdleConnections(), sweepEveryMs);
    const deadline = setTimeout(() => server.closeAllConnections(), longestStopMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(deadline);
      resolve();
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const isNoAddress = error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND';
  if (isNoAddress)
    return new SetupProblem(`HOST is "${host}", which is no address of this machine; set HOST.`);
  if (error.code === 'EADDRINUSE')
    return new SetupProblem(`Port ${port} is taken; stop what uses it, or set PORT to another.`);
  if (error.code === 'EACCES')
    return new SetupProblem(`Port ${port} may not be used; set PORT to one above 1023.`);
  return error;
}
