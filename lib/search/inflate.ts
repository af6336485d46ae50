import { PackError } from './pack-error';

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MAX_BITS = 15;

const FAST_BITS = 9;
const FAST_MASK = (1 << FAST_BITS) - 1;

/**
 * A Huffman code as Mark Adler's puff keeps it, how many codes of each length and symbols in code order, and
 * for the next FAST_BITS bits of input, symbol * 16 + length of a code that short; 0 where it is longer.
 */
type Code = { counts: Uint16Array; symbols: Uint16Array; fast: Uint16Array };

/** Where results are made, behind their dictionary, which is most often the same one again. */
const ROOM: { bytes: Uint8Array; dictionary: Uint8Array } = {
  bytes: new Uint8Array(131_072),
  dictionary: new Uint8Array(0),
};

/**
 * Inflates raw deflate data (RFC 1951) that was packed against a preset dictionary. Own, because
 * DecompressionStream takes no dictionary, and with one a block of 32 papers is 18 % smaller.
 * `size` is the exact length of the result; anything else is corrupt.
 */
export function inflate(bytes: Uint8Array, dictionary: Uint8Array, size: number): Uint8Array {
  const length = dictionary.length + size;
  const out = roomFor(dictionary, length);
  const end = new Inflater(bytes, out, dictionary.length).run();
  if (end !== length) throw new PackError('truncated');
  return out.slice(dictionary.length);
}

/** So many bytes that begin with the dictionary; the same ones again, unless so many are rarely asked for. */
function roomFor(dictionary: Uint8Array, length: number): Uint8Array {
  if (length > ROOM.bytes.length) {
    const fresh = new Uint8Array(length);
    fresh.set(dictionary);
    return fresh;
  }
  if (ROOM.dictionary !== dictionary) ROOM.bytes.set(dictionary);
  ROOM.dictionary = dictionary;
  return ROOM.bytes.subarray(0, length);
}

class Inflater {
  private next = 0;
  private held = 0;
  private have = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly out: Uint8Array,
    private at: number,
  ) {}

  run(): number {
    for (let last = 0; last === 0;) {
      last = this.bits(1);
      const kind = this.bits(2);
      if (kind === 0) this.stored();
      else if (kind === 1) this.coded(FIXED_LENGTHS, FIXED_DISTANCES);
      else if (kind === 2) this.dynamic();
      else throw new PackError('corrupt');
    }
    return this.at;
  }

  private bits(count: number): number {
    while (this.have < count) {
      const byte = this.bytes[this.next];
      if (byte === undefined) throw new PackError('truncated');
      this.next += 1;
      this.held |= byte << this.have;
      this.have += 8;
    }
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.have -= count;
    return value;
  }

  private symbol({ counts, symbols, fast }: Code): number {
    while (this.have < FAST_BITS && this.next < this.bytes.length) {
      this.held |= (this.bytes[this.next++] ?? 0) << this.have;
      this.have += 8;
    }
    const known = fast[this.held & FAST_MASK] ?? 0;
    const size = known & 15;
    if (size > 0 && size <= this.have) {
      this.held >>>= size;
      this.have -= size;
      return known >>> 4;
    }
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS; length += 1) {
      code |= this.bits(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new PackError('corrupt');
  }

  private stored(): void {
    // Stored bytes begin at the next whole byte of the input, which `symbol` may have taken already.
    this.next -= this.have >> 3;
    this.held = 0;
    this.have = 0;
    const [low = 0, high = 0, lowAgain = 0, highAgain = 0] = this.bytes.subarray(this.next, this.next + 4);
    const length = low | (high << 8);
    if (length !== (~(lowAgain | (highAgain << 8)) & 0xffff)) throw new PackError('corrupt');
    const piece = this.bytes.subarray(this.next + 4, this.next + 4 + length);
    if (piece.length < length) throw new PackError('truncated');
    if (this.at + length > this.out.length) throw new PackError('corrupt');
    this.out.set(piece, this.at);
    this.at += length;
    this.next += 4 + length;
  }

  private dynamic(): void {
    const lengthCount = this.bits(5) + 257;
    const distanceCount = this.bits(5) + 1;
    const codeCount = this.bits(4) + 4;
    const sizes = new Uint8Array(19);
    for (let index = 0; index < codeCount; index += 1) sizes[CODE_ORDER[index] ?? 0] = this.bits(3);
    const sizeCode = codeOf(sizes);
    const lengths = new Uint8Array(lengthCount + distanceCount);
    for (let index = 0; index < lengths.length;) {
      const symbol = this.symbol(sizeCode);
      if (symbol < 16) lengths[index++] = symbol;
      else {
        const repeated = symbol === 16 ? (lengths[index - 1] ?? 0) : 0;
        const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
        if (index + times > lengths.length) throw new PackError('corrupt');
        lengths.fill(repeated, index, index + times);
        index += times;
      }
    }
    this.coded(codeOf(lengths.subarray(0, lengthCount)), codeOf(lengths.subarray(lengthCount)));
  }

  /** What is read again and again is kept beside `this`, and put back for all that is rarer. */
  private coded(lengths: Code, distances: Code): void {
    const { bytes, out } = this;
    const { fast } = lengths;
    let { next, held, have, at } = this;
    for (;;) {
      while (have < 24 && next < bytes.length) {
        held |= (bytes[next++] ?? 0) << have;
        have += 8;
      }
      const known = fast[held & FAST_MASK] ?? 0;
      const size = known & 15;
      let symbol = known >>> 4;
      if (size > 0 && size <= have) {
        held >>>= size;
        have -= size;
      } else {
        [this.next, this.held, this.have] = [next, held, have];
        symbol = this.symbol(lengths);
        ({ next, held, have } = this);
      }
      if (symbol < 256) {
        if (at >= out.length) throw new PackError('corrupt');
        out[at++] = symbol;
        continue;
      }
      [this.next, this.held, this.have, this.at] = [next, held, have, at];
      if (symbol === 256) return;
      this.copy(symbol - 257, distances);
      ({ next, held, have, at } = this);
    }
  }

  private copy(index: number, distances: Code): void {
    const base = LENGTH_BASE[index];
    if (base === undefined) throw new PackError('corrupt');
    const length = base + this.bits(LENGTH_EXTRA[index] ?? 0);
    const symbol = this.symbol(distances);
    const distance = (DISTANCE_BASE[symbol] ?? Infinity) + this.bits(DISTANCE_EXTRA[symbol] ?? 0);
    if (distance > this.at || this.at + length > this.out.length) throw new PackError('corrupt');
    const { out } = this;
    let to = this.at;
    let from = to - distance;
    for (const end = to + length; to < end;) out[to++] = out[from++] ?? 0;
    this.at = to;
  }
}

function codeOf(lengths: Uint8Array): Code {
  const counts = new Uint16Array(MAX_BITS + 1);
  // By index, here and below: iterators over arrays of bytes are slow until they are compiled.
  for (let at = 0; at < lengths.length; at += 1) {
    const length = lengths[at] ?? 0;
    counts[length] = (counts[length] ?? 0) + 1;
  }
  counts[0] = 0;
  const offsets = new Uint16Array(MAX_BITS + 2);
  for (let length = 1; length <= MAX_BITS; length += 1) {
    offsets[length + 1] = (offsets[length] ?? 0) + (counts[length] ?? 0);
  }
  const symbols = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    symbols[offsets[length] ?? 0] = symbol;
    offsets[length] = (offsets[length] ?? 0) + 1;
  }
  return { counts, symbols, fast: fastTable(counts, symbols) };
}

/** Codes are read from their high bit on, input from its low bit on: the table is by reversed code. */
function fastTable(counts: Uint16Array, symbols: Uint16Array): Uint16Array {
  const fast = new Uint16Array(1 << FAST_BITS);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= FAST_BITS; length += 1) {
    for (let left = counts[length] ?? 0; left > 0; left -= 1) {
      const entry = ((symbols[index++] ?? 0) << 4) | length;
      for (let at = reversed(code, length); at < fast.length; at += 1 << length) fast[at] = entry;
      code += 1;
    }
    code <<= 1;
  }
  return fast;
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let at = 0; at < length; at += 1) bits |= ((code >>> at) & 1) << (length - 1 - at);
  return bits;
}

const FIXED_LENGTHS = codeOf(
  Uint8Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
);
const FIXED_DISTANCES = codeOf(new Uint8Array(30).fill(5));
