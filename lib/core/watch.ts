export const WATCH_KINDS = ['author', 'words', 'dataset', 'category'] as const;

/** Something the reader follows: rows of listings that match it are marked. Kept in the settings only. */
export type Watch = { kind: (typeof WATCH_KINDS)[number]; text: string };
