import { Cursor } from './cursor';

/** A paper has a term in a list: 0 title, 1 abstract, 2 author. */
export type Posting = { term: string; list: number; paper: number };

const CHUNK = 2048;

/** Every posting of a pack, term by term. */
export function* postingsOf(directory: readonly Buffer[], lists: Buffer): Generator<Posting> {
  for (const block of directory) {
    const cursor = new Cursor(block);
    let offset = cursor.number();
    while (!cursor.ended) {
      const length = cursor.number();
      const listBytes = cursor.number();
      const group = new Cursor(cursor.take(length));
      yield* postingsOfGroup(group, lists.subarray(offset, offset + listBytes));
      offset += listBytes;
    }
  }
}

function* postingsOfGroup(group: Cursor, lists: Buffer): Generator<Posting> {
  let offset = 0;
  let word = Buffer.alloc(0);
  while (!group.ended) {
    const shared = group.number();
    const head = group.number();
    word = Buffer.concat([word.subarray(0, shared), group.take(Math.floor(head / 8))]);
    const term = word.toString('utf8');
    for (const list of [0, 1, 2]) {
      if ((head & (1 << list)) === 0) continue;
      const count = group.number();
      const length = count > 3 ? group.number() : 0;
      const found =
        count > 3 ? listAt(lists.subarray(offset, offset + length), count) : inlineAt(group, count);
      offset += length;
      for (const paper of found) yield { term, list, paper };
    }
  }
  if (offset !== lists.length) throw new Error('the lists of a group are not as long as it says');
}

function inlineAt(cursor: Cursor, count: number): number[] {
  let paper = -1;
  return Array.from({ length: count }, () => (paper += 1 + cursor.number()));
}

function listAt(bytes: Buffer, count: number): number[] {
  if (count <= CHUNK) return pieceAt(bytes, count, -1);
  const cursor = new Cursor(bytes);
  let first = 0;
  const table = Array.from({ length: Math.ceil(count / CHUNK) }, (_, at) => {
    first += cursor.number();
    return { first, length: cursor.number(), count: Math.min(CHUNK, count - at * CHUNK) };
  });
  return table.flatMap((piece) => pieceAt(cursor.take(piece.length), piece.count, piece.first - 1));
}

function pieceAt(bytes: Buffer, count: number, base: number): number[] {
  let bit = 8;
  const next = (): number => {
    const value = (bytes.readUInt8(bit >> 3) >> (bit & 7)) & 1;
    bit += 1;
    return value;
  };
  const bits = (width: number): number => {
    let value = 0;
    for (let at = 0; at < width; at += 1) value += next() * 2 ** at;
    return value;
  };
  const k = bytes.readUInt8(0);
  let paper = base;
  return Array.from({ length: count }, () => {
    let high = 0;
    while (next() === 1) high += 1;
    paper += 1 + high * 2 ** k + bits(k);
    return paper;
  });
}

/** Terms spelled backwards, and floor(log2) of their longest list. */
export function endingsOf(blocks: readonly Buffer[]): { term: string; most: number }[] {
  return blocks.flatMap((block) => {
    const cursor = new Cursor(block);
    const found: { term: string; most: number }[] = [];
    let word = Buffer.alloc(0);
    while (!cursor.ended) {
      const shared = cursor.byte();
      word = Buffer.concat([word.subarray(0, shared), cursor.take(cursor.number())]);
      found.push({ term: [...word.toString('utf8')].reverse().join(''), most: cursor.byte() });
    }
    return found;
  });
}
