import type { LibraryCopy } from '@/lib/core/library-copy';
import { collect } from './collect';
import { decode, MOST_BYTES } from './decode';
import { fromBackup, isBackup } from './from-backup';
import { fromBibtex } from './from-bibtex';
import { fromCsl } from './from-csl';
import { fromIds } from './from-ids';
import { fromPaperMemory, isPaperMemory } from './from-paper-memory';
import { fromRis } from './from-ris';
import { backupOfRows, isRows } from './from-rows';
import { type Places, parseJson } from './json-text';
import { isOwnLayout, parseOwnLines } from './own-lines';
import { FileError, type Problem } from './problem';
import type { FileRecord } from './record';

export type ReadFormat = 'backup' | 'bibtex' | 'ris' | 'csl' | 'paper-memory' | 'ids';

/** What a file holds, and what of it was not understood. `settings` only of a backup. */
export type ReadFile = {
  format: ReadFormat;
  copy: LibraryCopy;
  problems: readonly Problem[];
  settings: Record<string, unknown> | null;
};

/** Reads a file of any format that we know, by what is in it. Throws `FileError` where it is none. */
export function readFile(bytes: Uint8Array): ReadFile {
  const own = ownIn(bytes);
  if (own) return own;
  const text = decode(bytes);
  const start = text.slice(0, 2_000).trimStart();
  if (/^[[{]/.test(start)) return fromJson(text);
  if (/^TY {1,2}-/m.test(start)) return collected('ris', fromRis(text));
  if (/^\s*@\s*[a-z]+\s*[{(]/im.test(text)) return collected('bibtex', fromBibtex(text));
  if (/^(?:<|%PDF)/.test(start) || text.includes('\0')) {
    throw new FileError({ line: 1, code: 'unknown-format', detail: start.slice(0, 40) });
  }
  const found = fromIds(text);
  if (found.records.length > 0) return collected('ids', found);
  throw new FileError({ line: 1, code: 'unknown-format', detail: start.slice(0, 40) });
}

/** A file as Gloss wrote it. One that somebody wrote into may be JSON all the same: undefined where that is to be tried. */
function ownIn(bytes: Uint8Array): ReadFile | undefined {
  if (!isOwnLayout(bytes)) return undefined;
  try {
    return fromValue(parseOwnLines(bytes));
  } catch (error) {
    const isText =
      error instanceof FileError && error.problem.code === 'syntax' && bytes.length <= MOST_BYTES;
    if (isText) return undefined;
    throw error;
  }
}

const fromJson = (text: string) => fromValue(parseJson(text));

function fromValue({ value, lines, members }: { value: unknown } & Places): ReadFile {
  const outermost = lines.get('') ?? [];
  if (Array.isArray(value)) return collected('csl', fromCsl(value, outermost));
  if (typeof value === 'object' && value !== null && isBackup(value)) {
    const { backup, problems } = fromBackup(value, { lines, members });
    return { format: 'backup', copy: backup.copy, problems, settings: backup.settings };
  }
  if (typeof value === 'object' && value !== null && isRows(value)) {
    const { value: ofRows, lines: ofWorks } = backupOfRows(value, lines);
    const { backup, problems } = fromBackup(ofRows, { lines: ofWorks, members });
    return { format: 'backup', copy: backup.copy, problems, settings: null };
  }
  if (typeof value === 'object' && value !== null && isPaperMemory(value)) {
    return collected('paper-memory', fromPaperMemory(value, outermost));
  }
  throw new FileError({ line: 1, code: 'unknown-format', detail: 'JSON' });
}

function collected(
  format: ReadFormat,
  { records, problems }: { records: readonly FileRecord[]; problems: readonly Problem[] },
): ReadFile {
  const { copy, problems: doubles } = collect(records);
  const all = [...problems, ...doubles].sort((a, b) => a.line - b.line);
  return { format, copy, problems: all, settings: null };
}
