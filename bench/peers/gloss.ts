import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import type { Block, BlockSource } from '@/lib/core/block-source';
import { parsePaperId } from '@/lib/core/paper-id';
import { recordDictionary } from '@/lib/pack';
import { NO_FACTS, openSegment, PackError, search, SegmentWriter, type SegmentPaper } from '@/lib/search';
import { SHOWN, type BenchPaper, type Built, type Peer } from './peer';

/** Ours: blocks in a file, read one by one as a database would give them. */
export const gloss: Peer = {
  name: 'Gloss',
  ranked: true,
  async build(papers) {
    const whole = papers.flatMap(segmentPaper);
    const dictionary = recordDictionary(whole.slice(0, 20_000));
    const deflate = (bytes: Uint8Array, shared: Uint8Array) =>
      deflateSync(bytes, { level: 6, dictionary: shared });
    const writer = new SegmentWriter({ dictionary, deflate });
    const blocks: Block[] = [];
    for (const paper of whole) blocks.push(...writer.add(paper));
    blocks.push(...writer.finish());
    return opened(fileOf(blocks));
  },
};

function segmentPaper({ id, title, authors, terms }: BenchPaper): SegmentPaper[] {
  const known = parsePaperId(id);
  if (known === undefined) return [];
  const names = authors.split(', ');
  const bare = { categories: [], doi: null, abstract: null, keepAbstract: false, facts: NO_FACTS, rank: 0 };
  return [{ id: known, title, authors: names, keyTerms: terms.split(' '), ...bare }];
}

type BlockFile = { path: string; bytes: number; places: Map<string, { at: number; length: number }> };

function fileOf(blocks: readonly Block[]): BlockFile {
  const path = join(mkdtempSync(join(tmpdir(), 'gloss-bench-')), 'blocks');
  const file = openSync(path, 'w');
  const places = new Map<string, { at: number; length: number }>();
  let at = 0;
  for (const { kind, index, bytes } of blocks) {
    writeSync(file, bytes);
    places.set(`${kind} ${index}`, { at, length: bytes.length });
    at += bytes.length;
  }
  closeSync(file);
  return { path, bytes: at, places };
}

async function opened(blocks: BlockFile): Promise<Built> {
  const segment = await openSegment(sourceOf(blocks));
  return {
    search: async (query) =>
      (await search([segment], query, { limit: SHOWN })).hits.map(({ paper }) => paper.id),
    reopened: async () => ({ bytes: blocks.bytes, open: () => opened(blocks) }),
  };
}

function sourceOf({ path, places }: BlockFile): BlockSource {
  const file = openSync(path, 'r');
  const read = async (kind: string, index: number): Promise<Uint8Array> => {
    const place = places.get(`${kind} ${index}`);
    if (!place) throw new PackError('missing-block');
    const bytes = new Uint8Array(place.length);
    readSync(file, bytes, 0, place.length, place.at);
    return bytes;
  };
  return { read, readMany: (kind, indexes) => Promise.all(indexes.map((index) => read(kind, index))) };
}
