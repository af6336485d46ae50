import type { Field, Stated } from '@/lib/core/facts';
import { stated, type Fact } from './reading';

const WITHDRAWN = {
  comments:
    /\b(?:this|the) (?:[\w-]{1,14} ){0,2}?(?:paper|article|manuscript|submission|preprint|work|version|note|draft|document)s? (?:has been|is|was|have been|is being) (?:temporarily )?withdrawn\b[^.;]{0,300}|^withdrawn\b[^.;]{0,300}|\b(?:we|i|the authors?|authors?) (?:\w+ )?(?:withdraw|retract|have withdrawn)\b[^.;]{0,300}/i,
  abstract:
    /^(?:this|the) (?:[\w-]{1,14} ){0,2}?(?:paper|article|manuscript|submission|preprint|work|note|draft) (?:has been|is|was|is being) (?:temporarily )?withdrawn\b[^.;]{0,300}|^withdrawn\b[^.;]{0,300}/i,
} as const satisfies Partial<Record<Field, RegExp>>;
const REASON = /\b(?:due to|because(?: of)?|owing to|since|as|in view of)\b ?(.+)$/i;

/** That the paper was withdrawn: why, where it is said, else the words that say so. */
export const withdrawal: Fact<Stated<string> | null> = {
  name: 'withdrawal',
  reads: ['comments', 'abstract'],
  order: 1,
  read(paper) {
    for (const field of ['comments', 'abstract'] as const) {
      const match = WITHDRAWN[field].exec(paper.of(field));
      if (!match) continue;
      const words = match[0].trim();
      const start = match.index + match[0].indexOf(words);
      const reason = REASON.exec(words)?.[1] ?? words;
      return stated(reason, field, start + words.length - reason.length, start + words.length);
    }
    return null;
  },
};
