import { Readable, Writable } from 'node:stream';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { extractAnswer } from '@/pipeline/extract-answer';
import { answerJsonLines } from '@/pipeline/json-lines';

const KEYS = [
  'id',
  'venue',
  'pages',
  'figures',
  'tables',
  'links',
  'available',
  'sota',
  'improvements',
  'first',
  'parameters',
  'hardware',
  'released_dataset',
  'tasks',
  'methods',
  'datasets',
  'metrics',
  'acronyms',
  'sentences',
  'evidence',
];

async function answered(input: string): Promise<{ status: number; lines: string[]; errors: string }> {
  const out: string[] = [];
  const errors: string[] = [];
  const into = (kept: string[]): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done): void {
        kept.push(chunk.toString());
        done();
      },
    });
  const status = await answerJsonLines(extractAnswer, {
    input: Readable.from([input]),
    output: into(out),
    errors: into(errors),
  });
  return { status, lines: out.join('').trim().split('\n'), errors: errors.join('') };
}

it('answers every seed with every key, each item with its evidence', async () => {
  const { status, lines } = await answered(readFileSync('tests/seeds/seeds.jsonl', 'utf8'));
  expect(status).toBe(0);
  expect(lines).toHaveLength(10);
  for (const line of lines) {
    const answer = JSON.parse(line) as Record<string, unknown> & { evidence: { fact: string }[] };
    expect(Object.keys(answer)).toEqual(KEYS);
    const places = new Set(answer.evidence.map(({ fact }) => fact));
    for (const fact of [
      'links',
      'available',
      'improvements',
      'parameters',
      'hardware',
      'tasks',
      'methods',
      'datasets',
      'metrics',
    ]) {
      const items = answer[fact] as unknown[];
      for (const index of items.keys()) expect(places).toContain(`${fact}.${index}`);
    }
    for (const fact of ['venue', 'pages', 'figures', 'tables'])
      expect(places.has(fact)).toBe(answer[fact] !== null);
    for (const fact of ['sota', 'first', 'released_dataset']) expect(places.has(fact)).toBe(answer[fact]);
  }
});

it('answers a record that lacks everything, and names a line that is none', async () => {
  const { status, lines, errors } = await answered(
    '{"id":"2001.00001"}\nnot json\n[1]\n{"id":"2001.00002","abstract":null}\n',
  );
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['2001.00001', '2001.00002']);
  expect(status).toBe(2);
  expect(errors).toMatch(/line 2: .*\nline 3: /);
});
