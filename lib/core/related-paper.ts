import type { PaperSummary } from './paper';

/** Something true that made the score of a related paper: a shared term, author or fact, or a topic. */
export type Reason = { kind: 'term' | 'author' | 'fact' | 'topic'; text: string };

/** `reasons` are the most telling first. */
export type RelatedPaper = { paper: PaperSummary; score: number; reasons: readonly Reason[] };
