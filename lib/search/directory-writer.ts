import type { Block } from '@/lib/core/block-source';
import { backwards, encodeEndings } from './endings';
import { encodeList } from './posting-list';
import type { Postings } from './postings';
import { compareTerms, INLINE, LISTS, type ListName, TermBlockWriter, type TermDraft } from './terms';

/** Bytes of a block of postings. */
export const POSTING_BLOCK = 16_384;
const TERM_BLOCK = 4_096;
const ENDING_BLOCK = 4_096;

/** The directory of terms, with the lists it points into, cut into blocks as they fill. */
export class DirectoryWriter {
  readonly blocks: { first: string; most: number }[] = [];
  readonly endings: { backwards: string; most: number }[] = [];
  postingBytes = 0;
  private writer: TermBlockWriter | null = null;
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;
  private postingBlocks = 0;

  *add(term: string, lists: Readonly<Record<ListName, Postings | null>>): Generator<Block> {
    if (this.writer && this.writer.length >= TERM_BLOCK) yield this.closed(this.writer);
    if (!this.writer) {
      this.writer = new TermBlockWriter(this.postingBytes);
      this.blocks.push({ first: term, most: 0 });
    }
    const draft: Record<ListName, TermDraft['lists'][ListName]> = {
      title: null,
      abstract: null,
      author: null,
    };
    let longest = 0;
    for (const name of LISTS) {
      const list = lists[name];
      if (!list) continue;
      longest = Math.max(longest, list.length);
      const bytes = list.length > INLINE ? encodeList(list) : null;
      if (bytes) this.push(bytes);
      draft[name] = { docs: list, bytes };
    }
    this.writer.add({ term, lists: draft });
    this.count(term, lists, Math.floor(Math.log2(Math.max(1, longest))));
    yield* this.fullBlocks();
  }

  *finish(): Generator<Block> {
    if (this.writer) yield this.closed(this.writer);
    if (this.pendingBytes > 0) yield this.cut(this.pendingBytes);
  }

  private count(term: string, lists: Readonly<Record<ListName, Postings | null>>, most: number): void {
    const block = this.blocks[this.blocks.length - 1];
    if (block) block.most = Math.max(block.most, most);
    // What only one abstract says is as likely a misspelling as the word that was meant.
    const known = lists.title !== null || lists.author !== null || most > 0;
    if (known && term.length >= 4 && !term.startsWith('#'))
      this.endings.push({ backwards: backwards(term), most });
  }

  private closed(writer: TermBlockWriter): Block {
    this.writer = null;
    return { kind: 'terms', index: this.blocks.length - 1, bytes: writer.done() };
  }

  private push(bytes: Uint8Array): void {
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    this.postingBytes += bytes.length;
  }

  private *fullBlocks(): Generator<Block> {
    while (this.pendingBytes >= POSTING_BLOCK) yield this.cut(POSTING_BLOCK);
  }

  private cut(size: number): Block {
    const bytes = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const piece = this.pending.shift();
      if (!piece) break;
      const taken = piece.subarray(0, size - at);
      bytes.set(taken, at);
      at += taken.length;
      if (taken.length < piece.length) this.pending.unshift(piece.subarray(taken.length));
    }
    this.pendingBytes -= size;
    return { kind: 'postings', index: this.postingBlocks++, bytes };
  }
}

/** Terms spelled backwards in blocks; `firsts` takes the first of each. */
export function* endingBlocksOf(
  endings: { backwards: string; most: number }[],
  firsts: string[],
): Generator<Block> {
  endings.sort((a, b) => compareTerms(a.backwards, b.backwards));
  let rows: typeof endings = [];
  let size = 0;
  const block = (): Block => {
    firsts.push(rows[0]?.backwards ?? '');
    return { kind: 'endings', index: firsts.length - 1, bytes: encodeEndings(rows) };
  };
  for (const ending of endings) {
    rows.push(ending);
    size += 7;
    if (size >= ENDING_BLOCK) {
      yield block();
      [rows, size] = [[], 0];
    }
  }
  if (rows.length > 0) yield block();
}
