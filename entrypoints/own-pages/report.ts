/** What goes wrong where nobody waits for it: kept for whoever looks, and never thrown away unseen. */
export const report = (error: unknown): void => console.error('[gloss]', error);
