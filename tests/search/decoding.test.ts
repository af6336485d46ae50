import { randomBytes } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '@/lib/core/block-source';
import { buildSegment, memorySource, openSegment, PackError, search } from '@/lib/search';
import { inflate } from '@/lib/search/inflate';
import { packBytes, unpackBytes } from '@/lib/search/packed';
import { decodePieces, encodeList, piecesOf } from '@/lib/search/posting-list';
import { corpus } from './arbitrary';
import { paperId, seedSegmentPapers } from './papers';

const bytes = fc.uint8Array({ maxLength: 4_000 });
const repetitive = fc
  .array(fc.constantFrom('graph ', 'neural ', 'of ', 'x', 'Ω'), { maxLength: 600 })
  .map((words) => new TextEncoder().encode(words.join('')));

describe('inflate', () => {
  it('reads what zlib wrote, with and without a dictionary', () => {
    fc.assert(
      fc.property(
        fc.oneof(bytes, repetitive),
        repetitive,
        fc.integer({ min: 0, max: 9 }),
        (content, dictionary, level) => {
          const packed = deflateRawSync(content, { level, dictionary });
          expect(inflate(packed, dictionary, content.length)).toEqual(content);
        },
      ),
    );
  });

  it('reads stored blocks that follow coded ones', () => {
    const noise = fc.uint8Array({ minLength: 200, maxLength: 400, size: 'max' });
    // Of few letters, so that the end of the block has a short code and more than a byte is held after it.
    const letters = fc.uint8Array({ min: 97, max: 99, minLength: 20, maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, letters), { maxLength: 5 }), noise, (pieces, last) => {
        const flushed = pieces.map((piece) => deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH }));
        const content = Buffer.concat([...pieces, last]);
        const packed = Buffer.concat([...flushed, deflateRawSync(last)]);
        expect(Buffer.from(inflate(packed, new Uint8Array(0), content.length))).toEqual(content);
      }),
    );
  });

  it('reads noise that zlib stored after a run it coded', () => {
    for (let time = 0; time < 20; time += 1) {
      const content = Buffer.concat([Buffer.alloc(31_750), randomBytes(400)]);
      const packed = deflateRawSync(content, { memLevel: 1 });
      expect(content.equals(inflate(packed, new Uint8Array(0), content.length))).toBe(true);
    }
  });

  it('refuses noise with a code, or gives exactly as much as was asked for', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 5_000 }), (noise, size) => {
        expect(lengthOrCode(() => inflate(noise, new Uint8Array(0), size).length)).toBeOneOf([
          size,
          'truncated',
          'corrupt',
        ]);
      }),
    );
  });
});

describe('packed bytes', () => {
  it('are themselves again when unpacked', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, repetitive), repetitive, (content, dictionary) => {
        const packed = packBytes(content, dictionary, (plain, shared) =>
          deflateRawSync(plain, { dictionary: shared }),
        );
        expect(unpackBytes(packed, dictionary)).toEqual(content);
      }),
    );
  });
});

const list = fc
  .uniqueArray(fc.nat({ max: 60_000 }), { minLength: 1, maxLength: 5_000, size: 'max' })
  .map((docs) => Uint32Array.from(docs).sort());

describe('posting lists', () => {
  it('may have gaps far wider than most', () => {
    for (let gap = 1; gap < 400; gap += 1) {
      const docs = Uint32Array.from(
        { length: 60 },
        (_, at) => at + (at >= 30 ? gap : 0) + (at >= 45 ? gap : 0),
      );
      const encoded = encodeList(docs);
      const shape = { single: true, limit: 1_000 };
      expect(decodePieces(piecesOf(encoded, 60, encoded.length), () => encoded, shape)).toEqual(docs);
    }
  });

  it('are themselves again when decoded, short ones and long ones', () => {
    fc.assert(
      fc.property(list, (docs) => {
        const encoded = encodeList(docs);
        const pieces = piecesOf(encoded, docs.length, encoded.length);
        const shape = { single: pieces.length === 1, limit: 60_001 };
        const decoded = decodePieces(
          pieces,
          ({ offset, length }) => encoded.subarray(offset, offset + length),
          shape,
        );
        expect(decoded).toEqual(docs);
      }),
      { numRuns: 40 },
    );
  });
});

/** A segment with one of its blocks spoilt. */
const spoilt = fc
  .record({ which: fc.nat(), cut: fc.boolean(), at: fc.nat(), flip: fc.integer({ min: 1, max: 255 }) })
  .map(({ which, cut, at, flip }) => (blocks: readonly Block[]): Block[] => {
    const full = blocks.filter((block) => block.bytes.length > 0);
    const chosen = full[which % full.length];
    return blocks.map((block) => {
      if (block !== chosen) return block;
      const place = at % block.bytes.length;
      if (cut) return { ...block, bytes: block.bytes.slice(0, place) };
      return { ...block, bytes: block.bytes.map((byte, index) => (index === place ? byte ^ flip : byte)) };
    });
  });

describe('a damaged segment', () => {
  const whole = buildSegment(seedSegmentPapers());

  it('answers or is refused with a code, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(
        spoilt,
        fc.constantFrom('glm', 'jie tang', 'lerning', '2210.02414', 'cat:cs'),
        async (spoil, query) => {
          try {
            const segment = await openSegment(memorySource(spoil(whole)));
            await search([segment], query, { limit: 10 });
            await segment.numbersOf([paperId('2210.02414')]);
          } catch (error) {
            expect(error).toBeInstanceOf(PackError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, (header: Uint8Array) => Uint8Array, string]>([
    ['is of another format', (header) => header.with(4, 99), 'wrong-format'],
    ['is of another analyser', (header) => header.with(5, 99), 'wrong-analyser'],
    ['is no segment', () => new TextEncoder().encode('{"not":"a segment"}'), 'wrong-format'],
    ['ends early', (header) => header.slice(0, 40), 'truncated'],
  ])('whose header %s is refused', async (_, change, code) => {
    const blocks = whole.map((block) =>
      block.kind === 'header' ? { ...block, bytes: change(block.bytes) } : block,
    );
    await expect(openSegment(memorySource(blocks))).rejects.toMatchObject({ code });
  });

  it('that lacks a block says so', async () => {
    const segment = await openSegment(memorySource(whole.filter(({ kind }) => kind !== 'terms')));
    await expect(search([segment], 'glm', { limit: 1 })).rejects.toMatchObject({ code: 'missing-block' });
  });
});

describe('building', () => {
  it('gives the same bytes for the same papers', () => {
    fc.assert(
      fc.property(corpus, (papers) => {
        expect(buildSegment(papers)).toEqual(buildSegment(papers));
      }),
      { numRuns: 20 },
    );
  });
});

function lengthOrCode(read: () => number): number | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof PackError) return error.code;
    throw error;
  }
}
