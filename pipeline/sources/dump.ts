import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';

/** A line no record is as long as: what comes without line ends is not a dump. */
const LONGEST_LINE = 8_000_000;

/**
 * The lines of a dump: .jsonl or .json, bare or as .gz, .br or .zip (all files in it, one after the
 * other). A .json that is one array is read too if each record has a line of its own. Streams.
 */
export async function* dumpLines(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of contentOf(file)) {
    rest += decoder.decode(bytes, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw new Error(`${file}: a line of more than ${LONGEST_LINE} characters`);
    for (const line of lines) yield* record(line);
  }
  yield* record(rest + decoder.decode());
}

function* record(line: string): Generator<string> {
  const bare = line
    .trim()
    .replace(/^\[|,$|\]$/g, '')
    .trim();
  if (bare !== '') yield bare.startsWith('{') ? bare : line;
}

function contentOf(file: string): AsyncIterable<Uint8Array> {
  const raw = createReadStream(file, { highWaterMark: 1 << 18 });
  if (file.endsWith('.gz')) return through(raw, createGunzip());
  if (file.endsWith('.br')) return through(raw, createBrotliDecompress());
  return file.endsWith('.zip') ? unzipped(raw) : raw;
}

function through(raw: Readable, unpack: Readable & NodeJS.WritableStream): AsyncIterable<Uint8Array> {
  raw.on('error', (error) => unpack.destroy(error));
  raw.pipe(unpack);
  return unpack;
}

async function* unzipped(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const unzip = new Unzip((entry) => {
    entry.ondata = (error, bytes) => {
      if (error) throw error;
      ready.push(bytes);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for await (const bytes of raw) {
    unzip.push(Uint8Array.from(bytes));
    yield* ready;
    ready = [];
  }
  unzip.push(new Uint8Array(0), true);
  yield* ready;
}
