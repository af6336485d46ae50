import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileError, type Problem } from '@/lib/exchange/problem';
import { readFile } from '@/lib/exchange/read-file';
import { paperOf } from '../library/fresh-library';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readFile(bytes(text));

function problemOf(file: Uint8Array): Problem | undefined {
  try {
    readFile(file);
  } catch (error) {
    if (error instanceof FileError) return error.problem;
    throw error;
  }
  return undefined;
}

describe('a hostile file', () => {
  test.each<[name: string, file: Uint8Array, problem: Partial<Problem>]>([
    ['a zip', zipSync({ 'a.bib': bytes('@misc{a}') }), { code: 'zip' }],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8]), { code: 'zip' }],
    ['Latin-1', new Uint8Array([...bytes('a\nb\n'), 0xe9, 0x0a]), { code: 'encoding', line: 3 }],
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), { code: 'unknown-format' }],
    ['nothing', bytes(''), { code: 'unknown-format' }],
    ['nested arrays', bytes('['.repeat(1_000_000)), { code: 'too-deep', line: 1 }],
    ['nested objects', bytes('\n' + '{"a":'.repeat(100_000)), { code: 'too-deep', line: 2 }],
    ['JSON cut short', bytes('[\n{"id":\n"a"'), { code: 'syntax', line: 3 }],
    ['JSON with a fault', bytes('[\n{"id": "a"},\n{"id" "b"}]'), { code: 'syntax', line: 3 }],
    ['JSON of something else', bytes('{"a": [1]}'), { code: 'unknown-format' }],
    [
      'a later backup',
      bytes('{"gloss":"backup",\n"settings":{"version":1},\n"version":2,"lists":[],"works":[]}'),
      { code: 'newer-version', line: 3 },
    ],
    [
      'a backup without works',
      bytes('{"gloss":"backup","version":1,"lists":[]}'),
      { code: 'bad-value', detail: 'works', line: 1 },
    ],
    [
      'a backup whose works are no list',
      bytes('{"gloss":"backup","version":1,\n"lists":[],\n"works":"all"}'),
      { code: 'bad-value', detail: 'works', line: 3 },
    ],
  ])('%s is refused with the line', (_name, file, problem) => {
    expect(problemOf(file)).toMatchObject(problem);
  });

  test('UTF-16, and a mark at the start, are read', () => {
    const text = '\ufeff@misc{a, title={Ünï}, eprint={2301.00001}}';
    const utf16 = new Uint8Array(new Uint16Array(Array.from(text, (char) => char.charCodeAt(0))).buffer);
    expect(readFile(utf16).copy.works[0]?.paper.title).toBe('Ünï');
    expect(read(text).copy.works).toHaveLength(1);
  });

  test('prototypes stay as they were, and nothing of the kind comes in', () => {
    const paper = JSON.stringify(paperOf('2301.00001'));
    const rest =
      '"key":null,"status":null,"statusAt":null,"savedAt":null,"tags":[],"note":"","noteEarlier":[],"earlier":[]';
    const work = `{"paper":${paper},"cited":{"type":"misc","fields":{"__proto__":"x"}},${rest},"__proto__":{"polluted":1}}`;
    const { copy, problems } = read(
      `{"gloss":"backup","version":1,"lists":[],"works":[\n${work}],"__proto__":{"polluted":1}}`,
    );
    expect(problems).toEqual([]);
    expect(Object.keys(copy.works[0]?.cited?.fields ?? { no: 'work' })).toEqual([]);
    const csl = read(
      '[{"title":"T","DOI":"10.1000/182","__proto__":{"polluted":1},"custom":{"constructor":{"prototype":{"polluted":1}}}}]',
    );
    expect(csl.copy.works).toHaveLength(1);
    const bib = read('@misc{a, title={T}, eprint={2301.00001}, __proto__={x}, constructor={y}}');
    expect(Object.keys(bib.copy.works[0]?.cited?.fields ?? {})).toEqual(['constructor']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('HTML and script in every field are kept as the text they are', () => {
    const html = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { copy } = read(
      `@misc{a, title={${html}}, author={${html}}, eprint={2301.00001}, keywords={${html}}, annote={${html}}}`,
    );
    expect(copy.works[0]).toMatchObject({
      paper: { title: html, authors: [html] },
      tags: [html],
      note: html,
    });
  });

  test('fields and authors without end are cut, and what directs text is left out', () => {
    const { copy } = read(
      `@misc{a, title={${'T'.repeat(100_000)}\u202e}, eprint={2301.00001}, author={${'A and '.repeat(30_000)}A}}`,
    );
    expect(copy.works[0]?.paper.title).toHaveLength(2_000);
    expect(copy.works[0]?.paper.authors).toHaveLength(20_000);
  });

  test.each([
    ['open braces', '@a{b,c={'.repeat(20_000)],
    ['entries that never end', '@a{b,\n'.repeat(20_000)],
    ['dollars', `@a{b, title={${'$'.repeat(500_000)}}}`],
    ['a word', 'x'.repeat(2_000_000)],
    ['names', `@a{b, title={T}, author={${'{and} '.repeat(100_000)}}}`],
    ['RIS without tags', `TY  - JOUR\n${'x\n'.repeat(300_000)}`],
    ['quotes in JSON', `["${'\\\\"'.repeat(3)}${'\\"'.repeat(500_000)}`],
  ])('%s without end take linear time', { timeout: 30_000 }, (_name, text) => {
    const start = performance.now();
    try {
      read(text);
    } catch (error) {
      expect(error).toBeInstanceOf(FileError);
    }
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});
