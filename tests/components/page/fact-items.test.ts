import { expect, test } from 'vitest';
import { factGroups, wholeLine } from '@/components/page/fact-groups';
import { joinedLine } from '@/components/page/fact-items';
import type { FactItem } from '@/lib/core/shown';
import type { Field, Stated, StatedFacts } from '@/lib/core/facts';
import { seed } from '../../pages/papers';
import { english } from '../surface';

const NOTHING: StatedFacts = {
  venue: null,
  pages: null,
  figures: null,
  tables: null,
  links: [],
  available: [],
  sota: null,
  first: null,
  improvements: [],
  parameters: [],
  hardware: [],
  releasedDataset: null,
  datasets: [],
  acronyms: [],
  withdrawal: null,
  versionNote: null,
  theorems: [],
  telescopes: [],
  experiments: [],
  materials: [],
  organisms: [],
};

const says = <T>(value: T, field: Field = 'abstract'): Stated<T> => ({
  value,
  evidence: [{ field, start: 0, end: 4 }],
});
const lineOf = (facts: Partial<StatedFacts>): string[] =>
  wholeLine({ ...NOTHING, ...facts }, english).map(({ label }) => label);

test('what only the comments say is not said again on the line', () => {
  const link = says({ url: 'https://github.com/a/b', kind: 'code' as const }, 'comments');
  const code = says({ what: 'code' as const, state: 'released' as const }, 'comments');
  expect(lineOf({ links: [link], available: [code] })).toEqual([]);
});

test('code comes before data and weights, whatever order they are stated in', () => {
  const available = (['model', 'data', 'code'] as const).map((what) =>
    says({ what, state: 'released' as const }),
  );
  expect(lineOf({ available })).toEqual(['Code released', 'Data released', 'Weights released']);
});

test('another paper’s model size is not the paper’s own', () => {
  const own = says({ value: 1.5e9, text: '1.5B', own: true });
  const other = says({ value: 175e9, text: 'GPT-3 175B', own: false });
  expect(lineOf({ parameters: [other] })).toEqual([]);
  expect(lineOf({ parameters: [other, own] })).toEqual(['1.5B parameters']);
});

test('claims are worded as the authors’', () => {
  expect(lineOf({ sota: says(true), first: says(true) })).toEqual([
    'authors claim state of the art',
    'authors claim first',
  ]);
});

test('never more than five', () => {
  const available = (['code', 'data', 'model'] as const).map((what) =>
    says({ what, state: 'promised' as const }),
  );
  const datasets = ['MNIST', 'GLUE', 'SQuAD', 'Minecraft'].map((name) => says(name));
  const line = lineOf({ available, sota: says(true), first: says(true), datasets });
  expect(line).toHaveLength(5);
});

test('many datasets are named as far as a line holds them', () => {
  const datasets = ['MNIST', 'GLUE', 'SQuAD', 'Minecraft'].map((name) => says(name));
  expect(lineOf({ datasets })).toEqual(['MNIST, GLUE, SQuAD and 1 more']);
});

test('groups hold what the line leaves out, and only those that have something', () => {
  const venue = says(
    { name: 'ICML', year: 2025, status: 'accepted' as const, kind: 'workshop' as const },
    'comments',
  );
  const groups = factGroups(
    seed('2210.02414'),
    { ...NOTHING, venue, pages: says(1, 'comments'), tables: says(3, 'comments') },
    english,
  );
  expect(groups.map(({ name, items }) => [name, items.map(({ label }) => label)])).toEqual([
    ['Venue', ['workshop at ICML 2025, accepted']],
    ['Length', ['1 page', '3 tables']],
  ]);
});

test('a line that is drawn keeps its order; what was read later joins at the end', () => {
  const item = (id: string, label = id): FactItem => ({
    id,
    label,
    tone: 'stated',
    link: null,
    evidence: [],
  });
  const drawn = [item('a'), item('b')];
  const next = [item('c'), item('b', 'b, better known'), item('a')];
  expect(joinedLine(drawn, next).map(({ label }) => label)).toEqual(['a', 'b, better known', 'c']);
});
