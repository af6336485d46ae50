import { monthOfId, parsePaperId, type PaperId } from '@/lib/core/paper-id';
import type { Found, Gathered } from './gather';
import { SEED_PAPERS } from './seed-papers';

/** All records of one paper, in the order they were read. */
export type Chosen = { id: PaperId; rank: number; lines: string[] };

/** Of a pack that cannot hold all: this part goes to the best rank, the rest to each archive's newest. */
const RANKED_PART = 0.6;
const NEWEST_FROM = 2020;

/** The papers of a pack, best first: by rank downwards, ties by id. Holds the records of one rank at a time. */
export async function* choose({ spill, found }: Gathered, limit: number): AsyncGenerator<Chosen> {
  const kept = keptIds(found, limit);
  for (const rank of spill.heaps().sort((a, b) => b - a)) {
    const papers = await papersOf(spill.lines(rank), kept);
    for (const id of [...papers.keys()].sort()) yield { id, rank, lines: papers.get(id) ?? [] };
  }
}

/**
 * The seeds; all whole records and the best of the others, where there is room for them. Where there is not, the best
 * by rank, and then the newest whole records of every archive, so that readers of small archives find
 * theirs too: each archive's share is as the square root of what there is of it.
 */
export function keptIds(found: readonly Found[], limit: number): ReadonlySet<PaperId> {
  const kept = new Set<PaperId>(found.filter(({ id }) => SEED_PAPERS.has(id)).map(({ id }) => id));
  const ranked = [...found].sort((a, b) => b.rank - a.rank || compareByDate(b.id, a.id));
  const whole = found.filter(({ archive }) => archive !== null);
  if (kept.size + whole.length <= limit) {
    addUpTo(kept, [...whole, ...ranked], limit);
    return kept;
  }
  addUpTo(kept, ranked, kept.size + Math.floor((limit - kept.size) * RANKED_PART));
  const archives = newestByArchive(found, kept);
  const roots = [...archives.values()].reduce((sum, papers) => sum + Math.sqrt(papers.length), 0);
  const room = limit - kept.size;
  for (const papers of archives.values()) {
    addUpTo(kept, papers, kept.size + Math.floor((room * Math.sqrt(papers.length)) / roots));
  }
  addUpTo(kept, ranked, limit);
  return kept;
}

function newestByArchive(found: readonly Found[], kept: ReadonlySet<PaperId>): Map<string, Found[]> {
  const archives = new Map<string, Found[]>();
  for (const paper of found) {
    if (paper.archive === null || kept.has(paper.id) || monthOfId(paper.id).year < NEWEST_FROM) continue;
    const held = archives.get(paper.archive);
    if (held) held.push(paper);
    else archives.set(paper.archive, [paper]);
  }
  for (const papers of archives.values()) papers.sort((a, b) => compareByDate(b.id, a.id));
  return new Map([...archives].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function addUpTo(kept: Set<PaperId>, papers: readonly Found[], most: number): void {
  for (const { id } of papers) {
    if (kept.size >= most) return;
    kept.add(id);
  }
}

async function papersOf(
  lines: AsyncIterable<string>,
  kept: ReadonlySet<PaperId>,
): Promise<Map<PaperId, string[]>> {
  const papers = new Map<PaperId, string[]>();
  for await (const line of lines) {
    const id = parsePaperId(idOf(line));
    if (id === undefined || !kept.has(id)) continue;
    const held = papers.get(id);
    if (held) held.push(line);
    else papers.set(id, [line]);
  }
  return papers;
}

/** Records that were read once: where the id comes first, as in the snapshot, the line need not be read again. */
function idOf(line: string): string {
  return /^\{"id": ?"([^"\\]+)"/.exec(line)?.[1] ?? (JSON.parse(line) as { id: string }).id;
}

/** Oldest first; old-style ids are older than modern ones. */
function compareByDate(a: PaperId, b: PaperId): number {
  const key = (id: PaperId): string => `${id.includes('/') ? '0' : '1'}${id.slice(id.indexOf('/') + 1)}`;
  const [first, second] = [key(a), key(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
