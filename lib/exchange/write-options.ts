/** `withMine`: with the reader's tags, notes, lists and status, as far as the format has a place for them. */
export type WriteOptions = { withMine: boolean };
