/** Every row of every store of a database as it is, whichever version of ours wrote it; `unread` names stores that could not be read. */
export type RawRows = {
  /** The browser's number of the database's version: ten times ours. */
  version: number;
  stores: Readonly<Record<string, readonly unknown[]>>;
  unread: readonly string[];
};
