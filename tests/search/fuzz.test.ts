import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '@/lib/core/block-source';
import { blocksOfPart } from '@/lib/pack';
import { encodePart } from '@/lib/pack/part';
import { related, relatedBlocks } from '@/lib/related';
import { clusterAt, decodeCluster, decodeVectorHead } from '@/lib/related/vector-blocks';
import { openWordTable } from '@/lib/related/word-table';
import { vectorWords } from '@/lib/related/words';
import { analyse, buildSegment, memorySource, openSegment, PackError, search } from '@/lib/search';
import { decodeColumns } from '@/lib/search/columns';
import { readEndings } from '@/lib/search/endings';
import { decodeHeader } from '@/lib/search/header';
import { entriesOfIds } from '@/lib/search/id-table';
import { nameTerms } from '@/lib/search/names';
import { unpackBytes } from '@/lib/search/packed';
import { decodePieces, piecesOf } from '@/lib/search/posting-list';
import { RecordBlock } from '@/lib/search/records';
import { TermBlock } from '@/lib/search/term-block';
import { parsePaperId } from '@/lib/core/paper-id';
import { wordVectorBytes } from '@/pipeline/train/vectors-file';
import { seedSegmentPapers } from './papers';

const PAPERS = seedSegmentPapers();
const WORDS = await wordVectorBytes();
const WHOLE = [...relatedBlocks(PAPERS, WORDS), ...buildSegment(PAPERS)];
const [SEED] = PAPERS;
const NONE = new Uint8Array(0);
const LIMIT = PAPERS.length;
const tables = { categories: ['cs.CL'], archives: ['math'] };

/** Everything that reads bytes of a pack, each on bytes of its kind. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  part: blocksOfPart,
  header: decodeHeader,
  papers: (bytes) => {
    const block = new RecordBlock(unpackBytes(bytes, NONE), tables);
    return PAPERS.map((_, at) => block.record(at));
  },
  columns: (bytes) => decodeColumns(unpackBytes(bytes, NONE), LIMIT),
  ids: (bytes) => [...entriesOfIds(bytes, LIMIT)],
  terms: (bytes) => new TermBlock(bytes, LIMIT).entries(),
  postings: (bytes) =>
    [5, LIMIT, 5_000, 2 ** 40].map((count) =>
      decodePieces(piecesOf(bytes, count, bytes.length), () => bytes, {
        single: count < 2_048,
        limit: LIMIT,
      }),
    ),
  endings: (bytes) => readEndings(bytes, 'a'),
  'vector-words': openWordTable,
  'vector-head': decodeVectorHead,
  'vector-cluster': (bytes) => decodeCluster(bytes, 16),
  'vector-place': (bytes) => clusterAt(bytes, 3),
};

const KINDS = Object.keys(READERS);
const bytesOf = (kind: string): Uint8Array =>
  kind === 'part' ? encodePart(WHOLE) : (WHOLE.find((block) => block.kind === kind)?.bytes ?? NONE);

/** A run of bytes put over what is there: any, or such as make the longest numbers. */
const smear = fc.record({
  at: fc.nat(),
  run: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 12 }),
    fc.nat({ max: 9 }).map((length) => new Uint8Array(length + 1).fill(0xff)),
    fc
      .nat({ max: 7 })
      .map((length) => Uint8Array.from({ length: length + 2 }, (_, i) => (i <= length ? 0xfe : 1))),
  ),
});
type Smear = { at: number; run: Uint8Array };

function smeared(bytes: Uint8Array, { at, run }: Smear, early: boolean): Uint8Array {
  if (bytes.length === 0) return bytes;
  const copy = bytes.slice();
  const place = at % (early ? Math.min(40, bytes.length) : bytes.length);
  copy.set(run.subarray(0, copy.length - place), place);
  return copy;
}

const isRefusal = (error: unknown): boolean => error instanceof PackError;

describe('bytes that are not what they should be', () => {
  it.each(KINDS)('%s: read, or refused with a code, and no room is taken for what is not there', (kind) => {
    const whole = bytesOf(kind);
    const before = process.memoryUsage().rss;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.tuple(smear, fc.boolean()).map(([one, early]) => smeared(whole, one, early)),
        ),
        (bytes) => {
          try {
            READERS[kind]?.(bytes);
          } catch (error) {
            if (!isRefusal(error)) throw error;
          }
        },
      ),
      { numRuns: whole.length > 100_000 ? 60 : 400 },
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });

  it('a segment with blocks like that answers, or is refused with a code', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), smear, fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(
          'glm',
          'jie tang',
          'lerning graphs',
          '2210.02414',
          'cat:cs year:2022',
          '"knowledge graph"',
        ),
        async (spoils, query) => {
          const blocks = WHOLE.map((block): Block => block);
          for (const [which, one, early] of spoils) {
            const at = which % blocks.length;
            const block = blocks[at];
            if (block) blocks[at] = { ...block, bytes: smeared(block.bytes, one, early) };
          }
          try {
            const segment = await openSegment(memorySource(blocks));
            await search([segment], query, { limit: 10 });
            if (SEED) await related([segment], { ...SEED, abstract: null }, { limit: 5 });
          } catch (error) {
            expect(error).toBeInstanceOf(PackError);
          }
        },
      ),
      { numRuns: 250 },
    );
  });
});

const pieces = fc.constantFrom(
  ...[
    'a',
    'B',
    '1',
    '.',
    '-',
    "'",
    '_',
    '+',
    ' ',
    '\n',
    '$',
    '\\',
    '{',
    '}',
    '^',
    '~',
    '`',
    '\\frac',
    '\\"o',
    '\\mathbb',
  ],
  ...[
    'é',
    '\u0301',
    'ß',
    'Ω',
    'ﬁ',
    '統',
    '\u202e',
    '\u200b',
    '\ud83d',
    '😀',
    'İ',
    '\u0000',
    'ies',
    'glm',
    '130B',
  ],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(pieces, { maxLength: 300, size: 'max' }).map((some) => some.join('')),
  fc.tuple(pieces, pieces, fc.nat({ max: 3_000 })).map(([one, two, times]) => (one + two).repeat(times)),
);

describe('text of any kind', () => {
  it('is cut into words that are no more, all together, than a few times what was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = 400 + 12 * text.length;
        const tokens = analyse(text);
        expect(tokens.reduce((sum, { term }) => sum + term.length, 0)).toBeLessThan(written);
        expect(tokens.every(({ term }) => term !== '' && term.length <= 40)).toBe(true);
        expect(nameTerms(text).join('').length).toBeLessThan(written);
        expect(vectorWords(text).join('').length).toBeLessThan(written);
      }),
      { numRuns: 300 },
    );
  });

  it('asks for something or nothing of a segment, and is answered', async () => {
    const segment = await openSegment(memorySource(WHOLE));
    const id = parsePaperId('2401.00001');
    if (!id) throw new Error('no id');
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        await search([segment], text, { limit: 5 });
        await related(
          [segment],
          { id, title: text, abstract: text, authors: [text], categories: [] },
          { limit: 5 },
        );
      }),
      { numRuns: 60 },
    );
  });
});
