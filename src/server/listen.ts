import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
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
  const open = new Set<Socket>();
  server.on('connection', socket => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server, open) };
}

function stop(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise(resolve => {
    // Connections kept open for a next request, or opened for a first that never came, would hold the stop up.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    }, sweepEveryMs);
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
