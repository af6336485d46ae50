/** Stands among the features that are off for all of them, beside those that are off by themselves. */
export const EVERY_FEATURE = '*';
