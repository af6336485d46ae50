import * as v from 'valibot';
import type { LibraryCopy } from '@/lib/core/library-copy';
import { BACKUP_VERSION, type Backup } from './backup';
import { backupSchema, doneSchema, listSchema, seenSchema, visitSchema, workSchema } from './backup-schema';
import type { Places } from './json-text';
import { FileError, type Problem } from './problem';

export function isBackup(value: object): boolean {
  return 'gloss' in value && value.gloss === 'backup';
}

/** A part that is no longer what we wrote is named and left out; the others stand. */
export function fromBackup(
  value: object,
  { lines, members }: Places,
): { backup: Backup; problems: Problem[] } {
  const parsed = v.safeParse(backupSchema, value);
  if (!parsed.success) {
    const name = v.getDotPath(parsed.issues[0]) ?? '';
    throw new FileError({ line: members.get(name) ?? 1, code: 'bad-value', detail: name });
  }
  const { version, lists, works, visits, seen, done, made, settings } = parsed.output;
  if (version > BACKUP_VERSION) {
    const line = members.get('version') ?? 1;
    throw new FileError({ line, code: 'newer-version', detail: String(version) });
  }
  const problems: Problem[] = [];
  const read = <T extends v.GenericSchema>(schema: T, name: string, rows: readonly unknown[]) =>
    rowsOf(schema, name, rows, lines.get(name) ?? [], problems);
  const goodWorks = read(workSchema, 'works', works);
  const ids = new Set(goodWorks.map(({ paper }) => paper.id));
  const goodLists = read(listSchema, 'lists', lists).map((list) => {
    // An entry of a work that could not be read would be a row without a paper.
    return { ...list, entries: list.entries.filter(({ id }) => ids.has(id)) };
  });
  const goodSeen = read(seenSchema, 'seen', seen ?? []);
  const opened = goodSeen.filter(({ how }) => how === 'opened');
  const copy: LibraryCopy = {
    works: uniqueWorks(goodWorks),
    lists: goodLists,
    history: visits === undefined ? null : { visits: read(visitSchema, 'visits', visits), seen: opened },
    marks: {
      seen: goodSeen.filter(({ how }) => how === 'marked'),
      done: read(doneSchema, 'done', done ?? []),
    },
  };
  return { backup: { copy, made: Date.parse(made) || 0, settings }, problems };
}

function rowsOf<T extends v.GenericSchema>(
  schema: T,
  name: string,
  rows: readonly unknown[],
  lines: readonly number[],
  problems: Problem[],
): v.InferOutput<T>[] {
  return rows.flatMap((row, index) => {
    const parsed = v.safeParse(schema, row);
    if (parsed.success) return [parsed.output];
    const path = v.getDotPath(parsed.issues[0]) ?? '';
    problems.push({ line: lines[index] ?? 0, code: 'bad-value', detail: `${name}[${index}] ${path}`.trim() });
    return [];
  });
}

function uniqueWorks(works: readonly v.InferOutput<typeof workSchema>[]): LibraryCopy['works'] {
  return [...new Map(works.map((work) => [work.paper.id, work])).values()] as LibraryCopy['works'];
}
