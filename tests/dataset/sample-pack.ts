import type { Block } from '@/lib/core/block-source';
import type { PackSource } from '@/lib/dataset';
import { type Manifest, parseManifest, segmentPaper } from '@/lib/pack';
import { encodePart } from '@/lib/pack/part';
import { sha256 } from '@/lib/pack/verify';
import { ANALYSER, SegmentWriter } from '@/lib/search';
import { FORMAT } from '@/lib/search/header';
import { paperOf } from '../library/fresh-library';

const WORDS = ['colourings', 'matchings', 'spectra', 'minors', 'flows', 'walks', 'cuts', 'trees'];

type Made = { papers?: number; date?: string; first?: number };

export type SamplePack = { manifest: Manifest; files: Map<string, Uint8Array> };

/**
 * A whole pack of made-up papers about `topic`, numbered from `first` on, cut into `parts` parts, more than
 * it needs.
 */
export async function samplePack(
  topic: string,
  parts = 4,
  { papers = 40, date = '2023-01', first = 1 }: Made = {},
): Promise<SamplePack> {
  const blocks = blocksAbout(topic, papers, first);
  const files = new Map<string, Uint8Array>();
  const entries = [];
  for (let part = 0; part < parts; part++) {
    const from = Math.floor((blocks.length * part) / parts);
    const bytes = encodePart(blocks.slice(from, Math.floor((blocks.length * (part + 1)) / parts)));
    const file = `part-0${part}.bin`;
    files.set(file, bytes);
    entries.push({ file, bytes: bytes.length, sha256: await sha256(bytes) });
  }
  const manifest = parseManifest({
    format: FORMAT,
    analyser: ANALYSER,
    id: (await sha256(new TextEncoder().encode(topic))).slice(0, 32),
    papers,
    terms: 0,
    segments: 1,
    date,
    source: 'made up',
    coverage: { archives: { cs: papers }, years: { 2023: papers }, facts: {}, archiveYears: {} },
    parts: entries,
  });
  return { manifest, files };
}

function blocksAbout(topic: string, papers: number, first: number): Block[] {
  const writer = new SegmentWriter({ dictionary: new Uint8Array(0), deflate: null });
  const ids = Array.from({ length: papers }, (_, index) => `2301.${String(index + first).padStart(5, '0')}`);
  const blocks = ids.flatMap((id, index) =>
    writer.add(
      segmentPaper(
        paperOf(id, { title: `On ${topic} and ${WORDS[index % WORDS.length]}, number ${index}` }),
        100,
      ),
    ),
  );
  return [...blocks, ...writer.finish()];
}

/** Reads the pack from memory, as from the extension's package. */
export function sourceOf({ manifest, files }: SamplePack): PackSource {
  return {
    readManifest: () => Promise.resolve(structuredClone(manifest)),
    readPart: (file) => {
      const bytes = files.get(file);
      return bytes ? Promise.resolve(bytes.slice()) : Promise.reject(new Error('no such file'));
    },
  };
}
