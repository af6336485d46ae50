import { ARXIV_MATCHES } from '@/lib/core/hosts';

/** The access that Gloss is of no use on arXiv without; a reader may take it back. */
export const ARXIV_ACCESS = { origins: ARXIV_MATCHES };
