import { DatasetError } from './dataset-error';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** The end record, and the longest comment behind it. */
const END_AT_MOST = 22 + 65_535;
/** Ours have some hundreds of files at most. */
const MOST_ENTRIES = 4_096;
const DIRECTORY_AT_MOST = 4_000_000;

/** A file inside a zip. `read` refuses to unpack more than `limit` bytes, whatever the zip says of its size. */
export type ZipEntry = { name: string; read: (limit: number, signal: AbortSignal) => Promise<Uint8Array> };

/** What a zip has, read from its directory at the end: of the file itself nothing else is read. Throws DatasetError. */
export async function zipEntries(file: Blob): Promise<ZipEntry[]> {
  const tail = await viewOf(file.slice(Math.max(0, file.size - END_AT_MOST)));
  let at = tail.byteLength - 22;
  while (at >= 0 && tail.getUint32(at, true) !== END) at -= 1;
  if (at < 0) throw new DatasetError('no-pack', 'not a zip');
  const count = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const start = tail.getUint32(at + 16, true);
  if (count > MOST_ENTRIES || size > DIRECTORY_AT_MOST)
    throw new DatasetError('no-pack', 'not a zip of ours');
  const directory = await viewOf(file.slice(start, start + size));
  const entries: ZipEntry[] = [];
  for (let place = 0; entries.length < count;) {
    const entry = entryAt(file, directory, place);
    entries.push(entry);
    place = entry.next;
  }
  return entries;
}

function entryAt(file: Blob, directory: DataView, at: number): ZipEntry & { next: number } {
  if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== CENTRAL) damaged();
  const method = directory.getUint16(at + 10, true);
  const packed = directory.getUint32(at + 20, true);
  const nameLength = directory.getUint16(at + 28, true);
  const extra = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  const local = directory.getUint32(at + 42, true);
  if (at + 46 + nameLength > directory.byteLength) damaged();
  const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength));
  return {
    name,
    next: at + 46 + nameLength + extra,
    read: async (limit, signal) => {
      if (method !== STORED && method !== DEFLATED) throw new DatasetError('unreadable', `method ${method}`);
      const head = await viewOf(file.slice(local, local + 30));
      if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) damaged();
      const begin = local + 30 + head.getUint16(26, true) + head.getUint16(28, true);
      const bytes = file.slice(begin, begin + packed).stream();
      const plain = method === STORED ? bytes : bytes.pipeThrough(new DecompressionStream('deflate-raw'));
      return upTo(plain, limit, signal);
    },
  };
}

async function upTo(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit || signal.aborted) {
      await reader.cancel();
      throw new DatasetError(signal.aborted ? 'stopped' : 'too-large', 'more than was named');
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

async function viewOf(part: Blob): Promise<DataView> {
  return new DataView(await part.arrayBuffer());
}

function damaged(): never {
  throw new DatasetError('unreadable', 'the zip is damaged');
}
