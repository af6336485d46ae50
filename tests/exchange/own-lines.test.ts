import { describe, expect, test } from 'vitest';
import { workOf } from '@/lib/core/library-copy';
import { backupFile } from '@/lib/exchange/backup';
import { FileError } from '@/lib/exchange/problem';
import { readFile } from '@/lib/exchange/read-file';
import { paperOf } from '../library/fresh-library';

const bytes = (text: string) => new TextEncoder().encode(text);
const withNotes = (notes: readonly string[]) => {
  const works = notes.map((note, at) => ({ ...workOf(paperOf(`2301.${10_000 + at}`)), note }));
  return backupFile({ copy: { works, lists: [], history: null }, made: 1, settings: null });
};

test('a backup larger than any text that is read is read all the same', () => {
  const notes = Array.from({ length: 42 }, (_, at) => String.fromCharCode(97 + (at % 26)).repeat(3_900_000));
  const file = bytes(withNotes(notes));
  expect(file.length).toBeGreaterThan(160_000_000);
  const { copy, problems } = readFile(file);
  expect(problems).toEqual([]);
  expect(copy.works.map(({ note }) => note)).toEqual(notes);
});

test('a backup that somebody wrote into with another layout is read as the JSON it is', () => {
  const text = withNotes(['one', 'two']).replace('"note":"two"', '\n  "note":\n  "two"');
  expect(readFile(bytes(text)).copy.works.map(({ note }) => note)).toEqual(['one', 'two']);
  const pretty = JSON.stringify(JSON.parse(text), null, 2);
  expect(readFile(bytes(pretty)).copy.works).toHaveLength(2);
});

describe('a backup at fault', () => {
  const text = withNotes(['one', 'two', 'three']);
  const problemOf = (file: string | Uint8Array) => {
    try {
      return readFile(typeof file === 'string' ? bytes(file) : file).problems;
    } catch (error) {
      return error instanceof FileError ? error.problem : error;
    }
  };
  const line = text.split('\n').findIndex((one) => one.includes('"note":"two"')) + 1;

  test.each([
    ['a row that is no JSON', text.replace('"note":"two"', '"note" "two"'), { code: 'syntax', line }],
    ['a value of the wrong kind', text.replace('"note":"two"', '"note":2'), [{ code: 'bad-value', line }]],
    [
      'nested without end',
      text.replace('"note":"two"', `"note":${'['.repeat(100_000)}`),
      { code: 'too-deep', line },
    ],
    ['one cut short', text.slice(0, text.indexOf('"note":"two"')), { code: 'syntax' }],
    ['what stands behind its end', `${text}{}`, { code: 'syntax' }],
  ])('names the line of %s', (_name, file, problem) => {
    expect(problemOf(file)).toMatchObject(problem);
  });

  test('names the line of a byte that is no text', () => {
    const file = bytes(text);
    file[text.indexOf('"two"') + 1] = 0xff;
    expect(problemOf(file)).toMatchObject({ code: 'encoding', line });
  });

  test('has no way to the prototype of anything', () => {
    const file = text.replace('"lists": [', '"__proto__": [\n{"polluted":1}\n],\n"lists": [');
    expect(readFile(bytes(file)).copy.works).toHaveLength(3);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
