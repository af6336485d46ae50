import { citedBoth } from '@/lib/core/cited-as';
import type { CopiedList, LibraryCopy, Work } from '@/lib/core/library-copy';
import { keyGiver } from '@/lib/core/citation-key';
import { withGapsFilled } from '@/lib/core/merge-paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { Problem } from './problem';
import type { FileRecord } from './record';

const MOST_LISTS = 1_000;

/** Records as one copy: a work that stands in the file twice is put together, and said. */
export function collect(records: readonly FileRecord[]): { copy: LibraryCopy; problems: Problem[] } {
  const works = new Map<PaperId, FileRecord>();
  const lists = new Map<string, Map<PaperId, number>>();
  const problems: Problem[] = [];
  for (const record of records) {
    const { id, title } = record.work.paper;
    const known = works.get(id);
    works.set(id, known ? { ...known, work: both(known.work, record.work) } : record);
    if (known) problems.push({ line: record.line, code: 'twice', detail: title || id });
    for (const [at, given] of record.lists.entries()) {
      const name = given.replace(/\s+/g, ' ').trim();
      if (name === '') continue;
      const list = lists.get(name) ?? new Map<PaperId, number>();
      if (list.size === 0 && lists.size >= MOST_LISTS) continue;
      if (!list.has(id)) list.set(id, record.places?.[at] ?? Infinity);
      lists.set(name, list);
    }
  }
  const copied = [...lists].map(([name, ids]): CopiedList => {
    // What has no place of its own comes last, in the order of the file.
    const inOrder = [...ids].sort(([, a], [, b]) => (a === b ? 0 : a - b));
    return { name, createdAt: null, entries: inOrder.map(([id]) => ({ id, addedAt: null })) };
  });
  return {
    copy: { works: withOwnKeys([...works.values()], problems), lists: copied, history: null },
    problems,
  };
}

/** Where two works of a file have one key, the second gets a letter, and that is said. */
function withOwnKeys(records: readonly FileRecord[], problems: Problem[]): Work[] {
  const give = keyGiver(new Set(records.flatMap(({ work }) => work.key ?? [])));
  const first = new Set<string>();
  return records.map(({ work, line }) => {
    if (work.key === null) return work;
    if (!first.has(work.key)) {
      first.add(work.key);
      return work;
    }
    const key = give(work.key);
    problems.push({ line, code: 'key-twice', detail: `${work.key} → ${key}` });
    return { ...work, key };
  });
}

/** The first with what only the second says. */
function both(first: Work, second: Work): Work {
  const note = [...new Set([first.note, second.note])].filter((text) => text !== '').join('\n\n');
  return {
    paper: withGapsFilled(first.paper, second.paper),
    cited: citedBoth(first.cited, second.cited),
    key: first.key ?? second.key,
    status: first.status ?? second.status,
    statusAt: first.statusAt ?? second.statusAt,
    savedAt: first.savedAt ?? second.savedAt,
    tags: [...new Set([...first.tags, ...second.tags])],
    note,
    noteEarlier: [...first.noteEarlier, ...second.noteEarlier],
    earlier: [...first.earlier, ...second.earlier],
  };
}
