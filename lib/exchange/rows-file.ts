/** Rows of a database as they are, whichever version of ours wrote them. */
export type Rows = {
  version: number;
  stores: Readonly<Record<string, readonly unknown[]>>;
  unread: readonly string[];
};

/** All rows of a library that cannot be opened, as one file: one line a row, to be read again by `readFile`. */
export function rowsFile({ version, stores, unread }: Rows, made: number): string {
  const head = { gloss: 'rows', version, made: new Date(made).toISOString(), unread };
  const parts = Object.entries(stores).map(
    ([name, rows]) =>
      `${JSON.stringify(name)}: [${rows.map((row) => `\n${JSON.stringify(row)}`).join(',')}\n]`,
  );
  return `{\n${JSON.stringify(head).slice(1, -1)},\n"stores": {\n${parts.join(',\n')}\n}\n}\n`;
}
