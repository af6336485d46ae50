import { PackError } from './pack-error';

/** Papers a list names, by number, ascending. */
export type Postings = Uint32Array;

/** Postings in one independently readable piece of a list. */
export const CHUNK = 2048;

/**
 * One piece: a byte with the Rice parameter k, then for each posting the gap to the one before
 * (less one; the first counts from `base`) as gap >> k in unary, ones ended by a zero, and its low k
 * bits. Bits fill bytes from the low end.
 * Rice and Plaunt 1971; near the entropy for gaps as even as these.
 */
export function encodeChunk(docs: Postings, base: number): Uint8Array {
  const k = bestParameter(docs, base);
  const bits = new BitWriter(1 + Math.ceil((docs.length * (k + 3)) / 8));
  bits.put(k, 8);
  let previous = base;
  for (let at = 0; at < docs.length; at += 1) {
    const gap = (docs[at] ?? 0) - previous - 1;
    bits.unary(gap >>> k);
    bits.put(gap & ((1 << k) - 1), k);
    previous = docs[at] ?? 0;
  }
  return bits.done();
}

/** Reads `count` postings into `into` from `at` on. `limit` bounds the paper numbers. */
export function decodeChunk(
  bytes: Uint8Array,
  count: number,
  base: number,
  limit: number,
  into: Postings,
  at: number,
): void {
  const k = bytes[0] ?? 255;
  if (k > 24) throw new PackError(bytes.length === 0 ? 'truncated' : 'corrupt');
  const lowMask = (1 << k) - 1;
  const end = bytes.length;
  let next = 1;
  let held = 0;
  let have = 0;
  let doc = base;
  for (let index = at; index < at + count; index += 1) {
    let high = 0;
    for (;;) {
      while (have <= 24 && next < end) {
        held |= (bytes[next++] ?? 0) << have;
        have += 8;
      }
      const ones = trailingOnes(held);
      if (ones < have) {
        high += ones;
        // A shift by 32 would be one by 0.
        held = ones === 31 ? 0 : held >>> (ones + 1);
        have -= ones + 1;
        break;
      }
      if (next >= end) throw new PackError('truncated');
      high += have;
      held = 0;
      have = 0;
    }
    while (have < k && next < end) {
      if (have > 24) break;
      held |= (bytes[next++] ?? 0) << have;
      have += 8;
    }
    if (have < k) throw new PackError('truncated');
    doc += 1 + high * (lowMask + 1) + (held & lowMask);
    held >>>= k;
    have -= k;
    if (doc >= limit) throw new PackError('corrupt');
    into[index] = doc;
  }
}

/** How many low bits are ones; 32 when all are. */
function trailingOnes(value: number): number {
  const zeros = ~value;
  return zeros === 0 ? 32 : 31 - Math.clz32(zeros & -zeros);
}

function bestParameter(docs: Uint32Array, base: number): number {
  const span = (docs[docs.length - 1] ?? base) - base - docs.length;
  const mean = Math.max(0, span / Math.max(1, docs.length));
  const guess = Math.max(0, Math.floor(Math.log2(mean * 0.69 + 0.01)));
  let best = guess;
  let least = Infinity;
  for (let k = Math.max(0, guess - 2); k <= Math.min(24, guess + 2); k += 1) {
    let cost = docs.length * (k + 1);
    let previous = base;
    for (const doc of docs) {
      cost += (doc - previous - 1) >>> k;
      previous = doc;
    }
    if (cost < least) [least, best] = [cost, k];
  }
  return best;
}

class BitWriter {
  private bytes: Uint8Array;
  private at = 0;
  private held = 0;
  private have = 0;

  constructor(expected: number) {
    this.bytes = new Uint8Array(expected + 16);
  }

  put(value: number, count: number): void {
    for (let rest = value, left = count; left > 0;) {
      const take = Math.min(left, 8 - this.have);
      this.held |= (rest & ((1 << take) - 1)) << this.have;
      this.have += take;
      rest >>>= take;
      left -= take;
      if (this.have === 8) this.flush();
    }
  }

  unary(ones: number): void {
    for (let left = ones; left > 0; left -= 8) this.put(255, Math.min(8, left));
    this.put(0, 1);
  }

  done(): Uint8Array {
    if (this.have > 0) this.flush();
    return this.bytes.slice(0, this.at);
  }

  private flush(): void {
    if (this.at === this.bytes.length) {
      const grown = new Uint8Array(this.bytes.length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.at++] = this.held;
    this.held = 0;
    this.have = 0;
  }
}
