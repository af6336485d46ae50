import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { portOf } from './port';

export type Proxy = {
  port: number;
  /** `host:port` of every connection asked for and refused. */
  refused: readonly string[];
  close(): Promise<void>;
};

const ARXIV = /^(?:[a-z-]+\.)?arxiv\.org:443$/;

/** A proxy that leads arXiv's names to a local server and nothing else anywhere. */
export async function startProxy(arxivPort: number): Promise<Proxy> {
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client) => {
    client.on('error', () => client.destroy());
    if (!ARXIV.test(request.url ?? '')) {
      refused.push(request.url ?? '');
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(arxivPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server),
    refused,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
