import { FeatureRows } from './feature-rows';

/**
 * A linear-chain model as packaged: for each feature, known by its hash, one small integer a label;
 * and a score for each label after each other. A model that learnt sets marked by different
 * guidelines has these once for each. Read by the background and by workers, never on pages.
 */
export type Weights = {
  labels: readonly string[];
  /** Row of a feature's hash in the emissions of every guideline. */
  rows: FeatureRows;
  /** What one unit of an emission is worth. */
  scale: number;
  guidelines: readonly GuidelineWeights[];
  /** The command, seed and data that made it. */
  made: unknown;
};

export type GuidelineWeights = {
  name: string;
  /** `labels.length` integers a row. */
  emissions: Int8Array;
  /** From label (row) to label (column); the last row holds the scores of a beginning. */
  transitions: Float64Array;
};

type Header = {
  labels: string[];
  features: number;
  scale: number;
  guidelines: { name: string; transitions: number[] }[];
  made: unknown;
};

/** Bits of a feature's hash: enough for tens of thousands, few to store. */
const HASH_BITS = 24;

/** FNV-1a over UTF-16 units, `HASH_BITS` bits, of a part of a text. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let index = Math.max(0, start); index < end; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return mixed(hash, 0);
}

/** Two hashes as one. */
export function mixed(one: number, other: number): number {
  let hash = Math.imul(one ^ Math.imul(other + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - HASH_BITS);
}

/**
 * Bytes: length of the header (u32, little-endian), header (JSON), the hashes (rising, each as what it is
 * more than the one before, seven bits a byte), emissions (i8; guideline by guideline, label by label).
 */
export function writeWeights({ labels, rows, scale, guidelines, made }: Weights): Uint8Array {
  const header: Header = {
    labels: [...labels],
    features: rows.hashes.length,
    scale,
    guidelines: guidelines.map(({ name, transitions }) => ({ name, transitions: [...transitions] })),
    made,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const steps = stepsOf(rows.hashes);
  const columns = guidelines.map(({ emissions }) => turned(emissions, rows.hashes.length, labels.length));
  const size = columns.reduce((sum, { length }) => sum + length, 4 + head.length + steps.length);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  let at = 4;
  for (const part of [head, steps, ...columns.map((column) => new Uint8Array(column.buffer))]) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Throws on bytes that `writeWeights` did not write. */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  if (!isHeader(header)) throw new Error('not a model');
  const { hashes, end } = hashesFrom(bytes, 4 + length, header.features);
  const size = header.features * header.labels.length;
  if (bytes.length !== end + size * header.guidelines.length) throw new Error('a model cut short');
  return {
    labels: header.labels,
    rows: new FeatureRows(hashes),
    scale: header.scale,
    guidelines: header.guidelines.map(({ name, transitions }, index) => {
      const columns = new Int8Array(size);
      new Uint8Array(columns.buffer).set(bytes.subarray(end + index * size, end + (index + 1) * size));
      return {
        name,
        emissions: turned(columns, header.labels.length, header.features),
        transitions: Float64Array.from(transitions),
      };
    }),
    made: header.made,
  };
}

function stepsOf(hashes: Uint32Array): Uint8Array {
  const out: number[] = [];
  let before = 0;
  for (const hash of hashes) {
    let step = hash - before;
    for (; step > 127; step >>>= 7) out.push((step & 127) | 128);
    out.push(step);
    before = hash;
  }
  return Uint8Array.from(out);
}

function hashesFrom(bytes: Uint8Array, start: number, count: number): { hashes: Uint32Array; end: number } {
  const hashes = new Uint32Array(count);
  let at = start;
  let before = 0;
  for (let row = 0; row < count; row += 1) {
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      if (byte === undefined || shift > 28) throw new Error('a model cut short');
      at += 1;
      before += (byte & 127) << shift;
      if (byte < 128) break;
    }
    hashes[row] = before;
  }
  return { hashes, end: at };
}

/** Rows made columns: values of one label lie together, which packs better. */
function turned(values: Int8Array, rows: number, columns: number): Int8Array {
  const out = new Int8Array(values.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      out[column * rows + row] = values[row * columns + column] ?? 0;
  return out;
}

function isHeader(value: unknown): value is Header {
  return (
    typeof value === 'object' &&
    value !== null &&
    'labels' in value &&
    Array.isArray(value.labels) &&
    'features' in value &&
    typeof value.features === 'number' &&
    'scale' in value &&
    typeof value.scale === 'number' &&
    'guidelines' in value &&
    Array.isArray(value.guidelines) &&
    value.guidelines.every(isGuideline)
  );
}

function isGuideline(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'transitions' in value &&
    Array.isArray(value.transitions)
  );
}
