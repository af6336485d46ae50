import type { PaperId } from '@/lib/core/paper-id';
import { archiveOfKey, keyWithArchive } from './id-key';
import { entriesOfIds } from './id-table';
import type { Segment } from './segment';

/** So many papers are looked up one by one. */
const LOOK_UP = 200;

/**
 * Of each segment and each one before it: the number that a paper, by its own number, has there, counted from 1;
 * 0 where it is not there. Reads the ids of all of them, and nothing else.
 */
export type Twins = readonly (readonly Int32Array[])[];

export async function twinsIn(segments: readonly Segment[]): Promise<Twins> {
  const archives: string[] = [];
  const known: Map<number, number>[] = [];
  const twins: Int32Array[][] = [];
  for (const [at, segment] of segments.entries()) {
    const own = known.map(() => new Int32Array(segment.papers));
    const keys = new Map<number, number>();
    const indexes = segment.header.idBlocks.map((_, index) => index);
    for (const block of await segment.blocks('ids', indexes)) {
      for (const { key, number } of entriesOfIds(block, segment.papers)) {
        const common = commonKey(key, segment.header.archives, archives);
        for (const [earlier, numbers] of own.entries()) {
          numbers[number] = (known[earlier]?.get(common) ?? -1) + 1;
        }
        if (at < segments.length - 1) keys.set(common, number);
      }
    }
    known.push(keys);
    twins.push(own);
  }
  return twins;
}

/** What was found in each segment, without the papers that were found in one before it. */
export async function withoutTwins(
  segments: readonly Segment[],
  found: readonly Uint32Array[],
  lookUp = LOOK_UP,
): Promise<readonly Uint32Array[]> {
  const before = found.slice(0, -1).reduce((sum, { length }) => sum + length, 0);
  if (segments.length < 2 || before === 0) return found;
  if (before <= lookUp) return withoutLookedUp(segments, found);
  const twins = await keptTwins(segments);
  const marks = segments.map((segment, at) => {
    const mark = new Uint8Array(segment.papers);
    for (const number of found[at] ?? []) mark[number] = 1;
    return mark;
  });
  const isFoundBefore = (at: number, number: number) =>
    twins[at]?.some((numbers, earlier) => marks[earlier]?.[(numbers[number] ?? 0) - 1] === 1) ?? false;
  return found.map((numbers, at) => numbers.filter((number) => !isFoundBefore(at, number)));
}

/** By the ids of the few that were found in all segments but the last: captured papers, most often. */
async function withoutLookedUp(
  segments: readonly Segment[],
  found: readonly Uint32Array[],
): Promise<readonly Uint32Array[]> {
  const earlier = new Set<PaperId>();
  const left: Uint32Array[] = [];
  for (const [at, segment] of segments.entries()) {
    const own = found[at] ?? new Uint32Array(0);
    const twins = new Set((await segment.numbersOf([...earlier])).values());
    const kept = own.filter((number) => !twins.has(number));
    left.push(kept);
    if (at === segments.length - 1) continue;
    for (const { id } of await segment.records([...kept])) earlier.add(id);
  }
  return left;
}

/** Of the segments asked for last that end with this one. */
const kept = new WeakMap<Segment, { of: readonly Segment[]; twins: Promise<Twins> }>();

function keptTwins(segments: readonly Segment[]): Promise<Twins> {
  const last = segments.at(-1);
  const known = last && kept.get(last);
  const isSame = known?.of.length === segments.length && known.of.every((one, at) => one === segments[at]);
  if (known && isSame) return known.twins;
  const twins = twinsIn(segments);
  if (last) kept.set(last, { of: segments, twins });
  return twins;
}

/** The key with the archive's place among those of all segments: each segment counts its own. */
function commonKey(key: number, own: readonly string[], all: string[]): number {
  const place = archiveOfKey(key);
  if (place === null) return key;
  const name = own[place] ?? '';
  const known = all.indexOf(name);
  return keyWithArchive(key, known >= 0 ? known : all.push(name) - 1);
}
