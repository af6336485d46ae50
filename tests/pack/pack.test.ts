import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOfPart, PackBuilder, PackError, parseManifest, type Manifest, verifyPart } from '@/lib/pack';
import { memorySource, openSegment, search } from '@/lib/search';
import { seedSegmentPapers } from '../search/papers';

async function built(): Promise<{ manifest: Manifest; parts: Map<string, Uint8Array> }> {
  const parts = new Map<string, Uint8Array>();
  const builder = new PackBuilder({
    dictionary: new Uint8Array(0),
    deflate: null,
    source: 'the seeds',
    sections: [],
    writePart: async (file, bytes) => void parts.set(file, bytes),
  });
  for (const paper of seedSegmentPapers()) await builder.add(paper);
  return { manifest: await builder.finish(), parts };
}

function partOf({
  manifest,
  parts,
}: Awaited<ReturnType<typeof built>>): [Manifest['parts'][number], Uint8Array] {
  const [entry] = manifest.parts;
  const bytes = parts.get(entry?.file ?? '');
  if (!entry || !bytes) throw new Error('no part');
  return [entry, bytes];
}

describe('a pack', () => {
  it('is found in again after its parts were read back', async () => {
    const { manifest, parts } = await built();
    const blocks = [...parts.values()].flatMap(blocksOfPart);
    const { hits } = await search([await openSegment(memorySource(blocks))], 'glm 130b', { limit: 1 });
    expect(hits[0]?.paper.id).toBe('2210.02414');
    expect(parseManifest(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest);
  });

  it('has the same id and bytes each time, and says what it covers', async () => {
    const [one, two] = [await built(), await built()];
    expect(one).toEqual(two);
    expect(one.manifest.coverage.archives).toEqual({ cs: 10 });
    expect(one.manifest.coverage.years).toEqual({ 2022: 9, 2023: 1 });
    expect(one.manifest.coverage.facts).toMatchObject({ abstract: 10, authors: 10, venue: 3 });
    expect(one.manifest.date).toBe('2023-01');
  });

  it('is refused when a part is not the one that the manifest names', async () => {
    const [entry, bytes] = partOf(await built());
    await expect(verifyPart(entry, bytes)).resolves.toBeUndefined();
    await expect(verifyPart(entry, bytes.slice(0, -1))).rejects.toMatchObject({ code: 'truncated' });
    await expect(verifyPart(entry, bytes.with(100, (bytes[100] ?? 0) ^ 1))).rejects.toMatchObject({
      code: 'bad-hash',
    });
  });

  it('whose part was cut or changed gives a code, or blocks all the same', async () => {
    const [, bytes] = partOf(await built());
    fc.assert(
      fc.property(fc.nat({ max: 600 }), fc.nat({ max: 255 }), fc.boolean(), (at, value, cut) => {
        try {
          blocksOfPart(cut ? bytes.slice(0, at) : bytes.with(at, value));
        } catch (error) {
          expect(error).toBeInstanceOf(PackError);
        }
      }),
    );
  });

  it.each<[string, (manifest: Manifest) => unknown, string]>([
    ['is of another format', (manifest) => ({ ...manifest, format: 99 }), 'wrong-format'],
    ['is of another analyser', (manifest) => ({ ...manifest, analyser: 99 }), 'wrong-analyser'],
    [
      'names a part elsewhere',
      (manifest) => ({ ...manifest, parts: [{ ...manifest.parts[0], file: '../x.bin' }] }),
      'bad-manifest',
    ],
    ['lacks its parts', (manifest) => ({ ...manifest, parts: [] }), 'bad-manifest'],
    ['is no object', () => 'manifest', 'bad-manifest'],
  ])('whose manifest %s is refused', async (_, change, code) => {
    const { manifest } = await built();
    expect(() => parseManifest(change(manifest))).toThrowError(expect.objectContaining({ code }));
  });
});
