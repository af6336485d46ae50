import { extractAnswer } from '../extract-answer';
import { answerJsonLines } from '../json-lines';

/** arXiv snapshot records in, their facts out. */
export function run(): Promise<number> {
  return answerJsonLines(extractAnswer);
}
