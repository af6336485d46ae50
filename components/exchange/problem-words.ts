import type { Text } from '../make-text';
import type { FileProblem, ProblemCode } from './exchange';

/** What is wrong with a file or a line of it, for the reader. */
export function problemWords(text: Text, { code, line, detail }: FileProblem): string {
  const what = wordsOf(text, code);
  const where = line > 0 ? text('exchange_problem_line', { line: String(line), what }) : what;
  return detail === '' ? where : `${where} ${detail}`;
}

function wordsOf(text: Text, code: ProblemCode): string {
  switch (code) {
    case 'too-large':
      return text('exchange_problem_too_large');
    case 'too-deep':
      return text('exchange_problem_too_deep');
    case 'zip':
      return text('exchange_problem_zip');
    case 'encoding':
      return text('exchange_problem_encoding');
    case 'unknown-format':
      return text('exchange_problem_unknown_format');
    case 'syntax':
      return text('exchange_problem_syntax');
    case 'no-name':
      return text('exchange_problem_no_name');
    case 'twice':
      return text('exchange_problem_twice');
    case 'key-twice':
      return text('exchange_problem_key_twice');
    case 'newer-version':
      return text('exchange_problem_newer_version');
    case 'bad-value':
      return text('exchange_problem_bad_value');
  }
}
