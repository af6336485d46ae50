/** Why a part of a file, or all of it, was not understood. */
export type ProblemCode =
  | 'too-large'
  | 'too-deep'
  | 'zip'
  | 'encoding' // not the text it should be
  | 'unknown-format'
  | 'syntax' // does not read as its format
  | 'no-name' // has neither an arXiv id, nor a DOI, an address or a title
  | 'twice' // the same work as in an earlier line: the two were put together
  | 'key-twice' // another work of the file has the key already: this one got a letter
  | 'newer-version' // a backup of a later version of Gloss
  | 'bad-value'; // a field holds what it must not

/** `line` counts from 1; 0 is the file as a whole. `detail` quotes the file or names the field: not for translation. */
export type Problem = { line: number; code: ProblemCode; detail: string };

/** A file that cannot be read at all. */
export class FileError extends Error {
  override name = 'FileError';
  constructor(readonly problem: Problem) {
    super(`${problem.code} in line ${problem.line}: ${problem.detail}`);
  }
}

/** The line of a place in a text, from 1. Asked in rising order, it reads the text once. */
export function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    for (let next = text.indexOf('\n', seen); next >= 0 && next < at; next = text.indexOf('\n', seen)) {
      line += 1;
      seen = next + 1;
    }
    return line;
  };
}
