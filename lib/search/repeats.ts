import { archiveOfKey, keyWithArchive } from './id-key';
import { entriesOfIds } from './id-table';
import type { Segment } from './segment';

/**
 * Which papers of each segment, by number, an earlier one has too: 1 where it does. Reads the ids of
 * all of them, and nothing else.
 */
export async function repeatsIn(segments: readonly Segment[]): Promise<Uint8Array[]> {
  const archives: string[] = [];
  const seen = new Set<number>();
  const marks: Uint8Array[] = [];
  for (const [at, segment] of segments.entries()) {
    const own = new Uint8Array(segment.papers);
    const indexes = segment.header.idBlocks.map((_, index) => index);
    for (const block of await segment.blocks('ids', indexes)) {
      for (const { key, number } of entriesOfIds(block, segment.papers)) {
        const common = commonKey(key, segment.header.archives, archives);
        if (seen.has(common)) own[number] = 1;
        else if (at < segments.length - 1) seen.add(common);
      }
    }
    marks.push(own);
  }
  return marks;
}

/** The key with the archive's place among those of all segments: each segment counts its own. */
function commonKey(key: number, own: readonly string[], all: string[]): number {
  const place = archiveOfKey(key);
  if (place === null) return key;
  const name = own[place] ?? '';
  const known = all.indexOf(name);
  return keyWithArchive(key, known >= 0 ? known : all.push(name) - 1);
}
