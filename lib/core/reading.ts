/** The name a list has for itself; its title is the reader's and may change. */
export type ListId = string & { readonly brand: 'ListId' };

/** Where the reader stands with a saved paper. */
export type Status = 'to-read' | 'reading' | 'read';

export const STATUSES: readonly Status[] = ['to-read', 'reading', 'read'];

/** What a page may know of a saved paper: how many lists it is in, never their names. */
export type SavedState = { status: Status; lists: number; savedAt: number };

/** When a paper was last opened, and in which version, as far as the page said. Milliseconds. */
export type Visit = { version: number | null; at: number };

/** What a listing shows of a paper. */
export type Mark = { saved: boolean; seen: boolean; status: Status | null };
