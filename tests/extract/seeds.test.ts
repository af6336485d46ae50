import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import type { StatedFacts } from '@/lib/core/facts';
import { extractStated } from '@/lib/extract';

type Expected = {
  id: string;
  venue: unknown;
  pages: number | null;
  figures: number | null;
  tables: number | null;
  links: unknown[];
  available: unknown[];
  sota: boolean;
  first: boolean;
  parameters: unknown[];
  improvements: unknown[];
  hardware: string[];
  released_dataset: boolean;
  acronyms: Record<string, string>;
};

const records = readFileSync('tests/seeds/seeds.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): unknown => JSON.parse(line));
const expected = JSON.parse(readFileSync('tests/seeds/expected.json', 'utf8')) as Expected[];

function factsOf(id: string): StatedFacts {
  for (const record of records) {
    const paper = parseSnapshotRecord(record);
    if (!('error' in paper) && paper.id === id) return extractStated(paper);
  }
  throw new Error(`no seed ${id}`);
}

const lower = (pairs: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).map(([short, long]) => [short, long.toLowerCase()]));

describe.each(expected)('the seed $id', (seed) => {
  const facts = factsOf(seed.id);

  it('gives its venue', () => {
    expect(facts.venue?.value ?? null).toEqual(seed.venue);
  });

  it('gives its pages, figures and tables', () => {
    const { pages, figures, tables } = facts;
    expect([pages?.value ?? null, figures?.value ?? null, tables?.value ?? null]).toEqual([
      seed.pages,
      seed.figures,
      seed.tables,
    ]);
  });

  it('gives its links, and what is available', () => {
    expect(facts.links.map(({ value }) => value)).toEqual(seed.links);
    expect(facts.available.map(({ value }) => value)).toEqual(seed.available);
  });

  it('gives its claims', () => {
    expect({ sota: facts.sota !== null, first: facts.first !== null }).toEqual({
      sota: seed.sota,
      first: seed.first,
    });
    expect(facts.improvements.map(({ value }) => value)).toEqual(seed.improvements);
    expect(facts.releasedDataset !== null).toBe(seed.released_dataset);
  });

  it('gives model sizes and hardware', () => {
    const sizes = facts.parameters.map(({ value: { value, text } }) => ({ value, text }));
    expect(sizes).toEqual(expect.arrayContaining(seed.parameters));
    expect(sizes).toHaveLength(seed.parameters.length);
    expect(facts.hardware.map(({ value }) => value)).toEqual(seed.hardware);
  });

  it('gives its acronyms', () => {
    const pairs = Object.fromEntries(facts.acronyms.map(({ value }) => [value.short, value.long]));
    expect(lower(pairs)).toEqual(lower(seed.acronyms));
  });
});

it("tells the size of GLM-130B, and no other, for the paper's own", () => {
  const own = factsOf('2210.02414').parameters.filter(({ value }) => value.own);
  expect(own.map(({ value }) => value.text)).toEqual(
    expect.arrayContaining(['130 billion parameters', 'GLM-130B']),
  );
  expect(own.every(({ value }) => value.value === 130e9)).toBe(true);
});

it('points at the sentence that says the weights are there, not at an attempt to have a model', () => {
  const { available } = factsOf('2210.02414');
  const model = available.find(({ value }) => value.what === 'model');
  const { start = 0, end = 0 } = model?.evidence[0] ?? {};
  const [abstract = ''] = records.flatMap((record) => {
    const paper = parseSnapshotRecord(record);
    return 'error' in paper || paper.id !== '2210.02414' ? [] : [paper.abstract ?? ''];
  });
  expect(abstract.slice(start, end)).toContain('weights are publicly accessible');
});
