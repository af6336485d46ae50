import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import type { Paper } from '@/lib/core/paper';
import { related } from '@/lib/related';
import type { Segment } from '@/lib/search';
import { BUNDLED_PACK, openPack } from '@/pipeline/pack/open';

/** What a reader would expect: at most three rows of eight from other fields, these words in the titles or reasons of `least`. */
const EXPECTED: readonly [string, { fields: readonly string[]; telling: RegExp; least?: number }][] = [
  [
    '2301.13442',
    {
      fields: ['cs.LG', 'cs.CL', 'cs.AI', 'stat.ML'],
      telling: /scaling law|compute|reinforcement/i,
      least: 3,
    },
  ],
  ['2211.16776', { fields: ['cs.CV', 'eess.IV'], telling: /super.?resolution|image/i, least: 3 }],
  [
    '2211.14313',
    {
      fields: ['cs.CV', 'cs.AI', 'cs.CY', 'cs.LG', 'eess.IV'],
      telling: /monkeypox|mpox|skin|resource|\bAI\b/i,
    },
  ],
  ['2210.16771', { fields: ['cs.CL', 'cs.LG'], telling: /tuning|classification|parameter.efficient/i }],
  ['2210.02414', { fields: ['cs.CL', 'cs.LG'], telling: /language model|GLM|quantiz|pre.?train|bilingual/i }],
  ['2208.07638', { fields: ['cs.AI', 'cs.LG', 'cs.CL'], telling: /knowledge graph|logical|quer/i }],
  [
    '2208.04708',
    {
      fields: ['cs.CY', 'cs.LG', 'cs.AI', 'cs.IR', 'cs.CL'],
      telling: /learn|MOOC|student|course|education/i,
      least: 3,
    },
  ],
  ['2207.07087', { fields: ['cs.CL', 'cs.IR', 'cs.LG'], telling: /retriev|prompt|tuning/i }],
  [
    '2207.00737',
    {
      fields: ['cs.RO', 'cs.CV', 'eess.SY', 'cs.LG', 'cs.AI', 'cs.MA'],
      telling: /driving|vehicle|fusion|infrastructure/i,
    },
  ],
  [
    '2206.11795',
    { fields: ['cs.LG', 'cs.AI', 'cs.RO', 'cs.CV'], telling: /video|imitation|minecraft|agent|behaviou?r/i },
  ],
];

const NO_PACK = !existsSync(join(BUNDLED_PACK, 'manifest.json'));

test.skipIf(NO_PACK).each(EXPECTED)(
  'the bundled pack has a sensible list for %s',
  async (id, { fields, telling, least = 5 }) => {
    const rows = await related([await bundled()], seed(id), { limit: 8 });
    expect(rows).toHaveLength(8);
    expect(rows.map(({ paper }) => paper.id)).not.toContain(id);
    expect(rows.every(({ reasons }) => reasons.length <= 3)).toBe(true);
    expect(rows.filter(({ reasons }) => reasons.length > 0).length).toBeGreaterThanOrEqual(6);
    const elsewhere = rows.filter(
      ({ paper: { categories } }) =>
        categories.length > 0 && !categories.some((category) => fields.includes(category)),
    );
    expect(elsewhere.length).toBeLessThanOrEqual(3);
    const told = rows.filter(({ paper, reasons }) =>
      telling.test([paper.title, ...reasons.map(({ text }) => text)].join(' ')),
    );
    expect(told.length).toBeGreaterThanOrEqual(least);
    expect(told).toContain(rows[0]);
  },
);

test.skipIf(NO_PACK)('a seed is found by its id alone with much the same list as by its page', async () => {
  const paper = seed('2210.02414');
  const bare = { id: paper.id, title: '', abstract: null, authors: [], categories: [] };
  const whole = (await related([await bundled()], paper, { limit: 8 })).map((row) => row.paper.id);
  const found = (await related([await bundled()], bare, { limit: 8 })).map((row) => row.paper.id);
  expect(found.filter((id) => whole.includes(id)).length).toBeGreaterThanOrEqual(6);
});

let opened: Promise<Segment> | undefined;

function bundled(): Promise<Segment> {
  opened ??= openPack(BUNDLED_PACK).then(({ segment }) => segment);
  return opened;
}

function seed(id: string): Paper {
  const lines = readFileSync(new URL('../seeds/seeds.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const papers = lines.map((line) => parseSnapshotRecord(JSON.parse(line)));
  const found = papers.find((paper) => !('error' in paper) && paper.id === id);
  if (!found || 'error' in found) throw new Error(`no seed ${id}`);
  return found;
}
