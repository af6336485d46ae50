import type { RawRows } from '@/lib/core/raw-rows';

/** Without what the reader may have forgotten meanwhile: which papers were opened, and when. */
export function withoutHistory({ version, stores, unread }: RawRows): RawRows {
  const kept: Record<string, readonly unknown[]> = {};
  for (const [name, rows] of Object.entries(stores)) {
    if (name === 'seen') kept[name] = rows.filter(isNoOpening);
    else if (name === 'undo') kept[name] = rows.map(withoutSeen);
    else if (name !== 'visits') kept[name] = rows;
  }
  return { version, stores: kept, unread };
}

/** What an import said of papers opened is noted with it, to be undone. */
const withoutSeen = (row: unknown) =>
  typeof row === 'object' && row !== null && 'seen' in row ? { ...row, seen: undefined } : row;

const isNoOpening = (row: unknown) =>
  !(typeof row === 'object' && row !== null && 'how' in row && row.how === 'opened');

/** All rows of a library that cannot be opened, as one file: one line a row, to be read again by `readFile`. */
export function rowsFile({ version, stores, unread }: RawRows, made: number): string {
  const head = { gloss: 'rows', version, made: new Date(made).toISOString(), unread };
  const parts = Object.entries(stores).map(
    ([name, rows]) =>
      `${JSON.stringify(name)}: [${rows.map((row) => `\n${JSON.stringify(row)}`).join(',')}\n]`,
  );
  return `{\n${JSON.stringify(head).slice(1, -1)},\n"stores": {\n${parts.join(',\n')}\n}\n}\n`;
}
