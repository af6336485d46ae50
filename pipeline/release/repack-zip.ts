import { readFileSync, writeFileSync } from 'node:fs';
import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATED = 8;
/** The first day a zip can name: the same files make the same bytes whenever they are packed. */
const DATE = 0x0021;
/** Parts of the dataset are larger, and gain nothing. */
const LARGEST_TRIED = 1_000_000;

type Entry = { name: Buffer; packed: Buffer; size: number; crc: number };

/**
 * Packs what is in a zip anew where another way makes it smaller. The tool that packs extensions has one way
 * for all, which costs models 3%: their bytes repeat little, but are not evenly spread.
 */
export function repackZip(path: string): void {
  const zip = readFileSync(path);
  writeFileSync(path, zipOf(entriesOf(zip).map(smallest)));
}

/** The files of a zip that has no comment, as JSZip writes them. */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error('not a zip without a comment');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const [crc, length, size] = [16, 20, 24].map((place) => zip.readUInt32LE(at + place));
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begin, begin + (length ?? 0));
    const isDeflated = zip.readUInt16LE(at + 10) === DEFLATED;
    if (isDeflated) entries.push({ name, packed, size: size ?? 0, crc: crc ?? 0 });
    else if (size !== 0) throw new Error(`${name.toString()} is not deflated`);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function smallest(entry: Entry): Entry {
  if (entry.size > LARGEST_TRIED) return entry;
  const bytes = inflateRawSync(entry.packed);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    throw new Error(`${entry.name.toString()} is damaged`);
  const packed = deflateRawSync(bytes, { level: 9, memLevel: 9, strategy: constants.Z_FILTERED });
  return packed.length < entry.packed.length ? { ...entry, packed } : entry;
}

function zipOf(entries: readonly Entry[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = Buffer.concat([four(LOCAL), described(entry)]);
    directory.push(four(CENTRAL), two(VERSION), described(entry), Buffer.alloc(10), four(at), entry.name);
    pieces.push(local, entry.name, entry.packed);
    at += local.length + entry.name.length + entry.packed.length;
  }
  const whole = Buffer.concat(directory);
  const count = two(entries.length);
  const end = [four(END), two(0), two(0), count, count, four(whole.length), four(at), two(0)];
  return Buffer.concat([...pieces, whole, ...end]);
}

/** What the record before a file and its entry in the directory both say. */
function described({ name, packed, size, crc }: Entry): Buffer {
  const how = [two(VERSION), two(UTF8), two(DEFLATED), two(0), two(DATE)];
  return Buffer.concat([...how, four(crc), four(packed.length), four(size), two(name.length), two(0)]);
}

function two(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function four(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
