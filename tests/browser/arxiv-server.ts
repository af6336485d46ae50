import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { arxivCertificate } from './certificate';
import { portOf } from './port';

export type Answer = { status: number; type: string; body: string | Buffer };
/** What a site answers at an address; undefined where it has nothing. */
export type Site = (url: URL) => Answer | undefined;
export type LoggedRequest = { url: string; headers: Readonly<IncomingMessage['headers']> };
/** How a page is sent: in this many pieces, this many milliseconds apart. */
export type Pace = { pieces: number; delay: number };

export type ArxivServer = {
  port: number;
  /** Every request since the start, as the browser made it. */
  requests: readonly LoggedRequest[];
  /** Answers this path (search part included) from now on, before any site is asked. */
  serve(path: string, answer: Answer): void;
  setPace(pace: Pace): void;
  close(): Promise<void>;
};

const LAYOUT = readFileSync(new URL('../pages/layout.css', import.meta.url), 'utf8');
const AT_ONCE: Pace = { pieces: 1, delay: 0 };
/** As arXiv sends them with its pages. */
const HEADERS = { 'content-security-policy': "frame-ancestors 'none'", 'x-frame-options': 'SAMEORIGIN' };

/** A TLS server that answers as arxiv.org from the sites, the first that knows an address. */
export async function startArxiv(sites: readonly Site[]): Promise<ArxivServer> {
  const requests: LoggedRequest[] = [];
  const served = new Map<string, Answer>();
  const sockets = new Set<Socket>();
  let pace = AT_ONCE;

  const answerTo = (url: URL): Answer => {
    const answer = served.get(url.pathname + url.search) ?? sites.map((site) => site(url)).find(Boolean);
    if (answer) return answer;
    if (url.pathname.endsWith('.css')) return { status: 200, type: 'text/css', body: LAYOUT };
    return { status: 404, type: 'text/html; charset=utf-8', body: '<!doctype html><title>Not found</title>' };
  };
  const server = createServer(await arxivCertificate(), (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'arxiv.org'}`);
    requests.push({ url: url.href, headers: request.headers });
    void send(response, answerTo(url), pace);
  });
  server.on('secureConnection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    requests,
    serve: (path, answer) => served.set(path, answer),
    setPace(next) {
      pace = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function send(response: ServerResponse, answer: Answer, { pieces, delay }: Pace): Promise<void> {
  response.writeHead(answer.status, { 'content-type': answer.type, ...HEADERS });
  const body = Buffer.from(answer.body);
  const size = Math.max(1, Math.ceil(body.length / (answer.type.startsWith('text/html') ? pieces : 1)));
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    if (at > 0) await pause(delay);
    response.write(body.subarray(at, at + size));
  }
  response.end();
}
