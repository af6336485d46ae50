import { FeatureRows } from './feature-rows';

/**
 * A linear-chain model as packaged: for each feature, known by its hash, one small integer a label;
 * and a score for each label after each other. Read by the background and by workers, never on pages.
 */
export type Weights = {
  labels: readonly string[];
  /** Row of a feature's hash in `emissions`. */
  rows: FeatureRows;
  /** `labels.length` integers a row. */
  emissions: Int8Array;
  /** What one unit of `emissions` is worth. */
  scale: number;
  /** From label (row) to label (column); the last row holds the scores of a beginning. */
  transitions: Float64Array;
  /** The command, seed and data that made it. */
  made: unknown;
};

type Header = { labels: string[]; features: number; scale: number; transitions: number[]; made: unknown };

/** Bytes: length of the header (u32, little-endian), header (JSON), hashes (u32), emissions (i8). */
export function writeWeights(weights: Weights): Uint8Array {
  const { labels, rows, emissions, scale, transitions, made } = weights;
  const header: Header = {
    labels: [...labels],
    features: rows.hashes.length,
    scale,
    transitions: [...transitions],
    made,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(4 + head.length + rows.hashes.length * 4 + emissions.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length, true);
  bytes.set(head, 4);
  const start = 4 + head.length;
  for (const [row, hash] of rows.hashes.entries()) view.setUint32(start + row * 4, hash, true);
  bytes.set(
    new Uint8Array(emissions.buffer, emissions.byteOffset, emissions.length),
    start + rows.hashes.length * 4,
  );
  return bytes;
}

/** Throws on bytes that `writeWeights` did not write. */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  if (!isHeader(header)) throw new Error('not a model');
  const start = 4 + length;
  const emissionsAt = start + header.features * 4;
  const size = header.features * header.labels.length;
  if (bytes.length !== emissionsAt + size) throw new Error('a model cut short');
  const emissions = new Int8Array(size);
  new Uint8Array(emissions.buffer).set(bytes.subarray(emissionsAt));
  const hashes = new Uint32Array(header.features);
  for (let row = 0; row < header.features; row += 1) hashes[row] = view.getUint32(start + row * 4, true);
  return {
    labels: header.labels,
    rows: new FeatureRows(hashes),
    emissions,
    scale: header.scale,
    transitions: Float64Array.from(header.transitions),
    made: header.made,
  };
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
    'transitions' in value &&
    Array.isArray(value.transitions)
  );
}

/** FNV-1a over UTF-16 units, 32 bits, unsigned. */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index += 1) {
    hash ^= feature.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
