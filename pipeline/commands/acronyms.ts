import { acronymPairs } from '@/lib/extract/acronym-pairs';
import { answerJsonLines } from '../json-lines';

/** `{"text"}` in, `{"pairs": [[short, long]]}` out. */
export function run(): Promise<number> {
  return answerJsonLines((value) => {
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string')
      throw new Error('no "text"');
    return { pairs: acronymPairs(value.text).map(({ short, long }) => [short, long]) };
  });
}
