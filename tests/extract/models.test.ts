import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { marginals, type Scores } from '@/lib/extract/chain';
import { entitiesOf } from '@/lib/extract/entities';
import { FeatureRows } from '@/lib/extract/feature-rows';
import { extractModelled, MODEL_FILES, openModels } from '@/lib/extract/models';
import { rolesOf } from '@/lib/extract/roles';
import { chosenSpans, likelySpans } from '@/lib/extract/spans';
import { hashOf, readWeights, writeWeights, type Weights } from '@/lib/extract/weights';
import { paperWith } from './papers';

const models = openModels({
  roles: readFileSync(`public/models/${MODEL_FILES.roles}`),
  entities: readFileSync(`public/models/${MODEL_FILES.entities}`),
});

const small: Weights = {
  labels: ['a', 'b'],
  rows: new FeatureRows(Uint32Array.from([hashOf('x'), hashOf('y')].sort((a, b) => a - b))),
  scale: 0.1,
  guidelines: [
    {
      name: 'one',
      emissions: Int8Array.from([10, -10, -5, 127]),
      transitions: Float64Array.from([0, 1, 2, 3, 4, 5]),
    },
    {
      name: 'other',
      emissions: Int8Array.from([0, 0, 1, -127]),
      transitions: Float64Array.from([5, 4, 3, 2, 1, -1000]),
    },
  ],
  made: { command: 'none' },
};

describe('a packaged model', () => {
  it('is read as it was written, wherever its bytes lie', () => {
    const bytes = writeWeights(small);
    const shifted = Buffer.concat([Buffer.from([1, 2, 3]), bytes]).subarray(3);
    expect(readWeights(bytes)).toEqual(small);
    expect(readWeights(shifted)).toEqual(small);
  });

  it('is refused when cut short, or not a model', () => {
    const bytes = writeWeights(small);
    expect(() => readWeights(bytes.subarray(0, bytes.length - 1))).toThrow('cut short');
    expect(() => readWeights(new TextEncoder().encode('\u0002\0\0\0{}'))).toThrow();
  });

  it('keeps within its size: roles 200 kB, both 1.5 MB', () => {
    const sizes = Object.values(MODEL_FILES).map((file) => readFileSync(`public/models/${file}`).length);
    expect(readFileSync(`public/models/${MODEL_FILES.roles}`).length).toBeLessThanOrEqual(200_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });

  it.each(['roles', 'entities'] as const)('says how it was made: %s', (name) => {
    expect(models[name].made).toMatchObject({
      command: expect.stringContaining(name) as string,
      settings: { seed: 1 },
    });
  });
});

it('the row of every feature is found, and of no other', () => {
  const hashes = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 300 });
  fc.assert(
    fc.property(hashes, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (known, other) => {
      const rows = new FeatureRows(Uint32Array.from(known));
      for (const [row, hash] of known.entries()) expect(rows.rowOf(hash)).toBe(row);
      expect(rows.rowOf(other)).toBe(known.indexOf(other));
    }),
  );
});

/** The share of all sequences of labels that have this label here. */
function chanceByTrying(
  { length, labels, emissions, transitions }: Scores,
  at: number,
  label: number,
): number {
  let all = 0;
  let wanted = 0;
  for (let code = 0; code < labels ** length; code += 1) {
    let score = 0;
    let before = labels;
    let isWanted = false;
    for (let place = 0, rest = code; place < length; place += 1, rest = Math.floor(rest / labels)) {
      const here = rest % labels;
      score += (emissions[place * labels + here] ?? 0) + (transitions[before * labels + here] ?? 0);
      if (place === at) isWanted = here === label;
      before = here;
    }
    all += Math.exp(score);
    if (isWanted) wanted += Math.exp(score);
  }
  return wanted / all;
}

const scores: fc.Arbitrary<Scores> = fc.integer({ min: 1, max: 5 }).chain((length) => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  return fc.record({
    length: fc.constant(length),
    labels: fc.constant(3),
    emissions: fc
      .array(number, { minLength: length * 3, maxLength: length * 3 })
      .map((all) => Float64Array.from(all)),
    transitions: fc.array(number, { minLength: 12, maxLength: 12 }).map((all) => Float64Array.from(all)),
  });
});

describe('a chain of labels', () => {
  it('has at every place the share of all sequences that have this label there', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const shares = marginals(given);
        for (const [index, share] of shares.entries())
          expect(share).toBeCloseTo(chanceByTrying(given, Math.floor(index / 3), index % 3), 9);
      }),
    );
  });
});

/** The share of all sequences of labels that have just these labels from `start` to `end`, and no more of them after. */
function shareByTrying(
  { length, labels, emissions, transitions }: Scores,
  start: number,
  end: number,
): number {
  let all = 0;
  let wanted = 0;
  for (let code = 0; code < labels ** length; code += 1) {
    const path = Array.from({ length }, (_, place) => Math.floor(code / labels ** place) % labels);
    const score = path.reduce(
      (sum, label, place) =>
        sum +
        (emissions[place * labels + label] ?? 0) +
        (transitions[(path[place - 1] ?? labels) * labels + label] ?? 0),
      0,
    );
    const isSpan =
      path[start] === 1 && path.slice(start + 1, end).every((label) => label === 2) && path[end] !== 2;
    all += Math.exp(score);
    if (isSpan) wanted += Math.exp(score);
  }
  return wanted / all;
}

describe('spans of labels', () => {
  it('are as likely as all sequences that have them, together', () => {
    fc.assert(
      fc.property(scores, (given) => {
        for (const { start, end, type, chance } of likelySpans(given)) {
          expect(type).toBe(0);
          expect(chance).toBeCloseTo(shareByTrying(given, start, end), 9);
        }
      }),
    );
  });

  it('none over another are chosen, those worth most together', () => {
    const span = (start: number, end: number, chance: number) => ({ start, end, type: 0, chance });
    const spans = [span(0, 2, 0.5), span(1, 3, 0.6), span(2, 4, 0.5), span(5, 6, 0.3)];
    expect(chosenSpans(spans, 6, 0.35)).toEqual([span(0, 2, 0.5), span(2, 4, 0.5)]);
    expect(chosenSpans(spans, 6, 0.45)).toEqual([span(1, 3, 0.6)]);
  });
});

describe('the models on text', () => {
  it('tell background from result', () => {
    const roles = rolesOf(
      [
        'Speech recognition is an important problem.',
        'In this paper, we propose a new method.',
        'Results show that it outperforms all baselines by 5%.',
      ],
      models.roles,
    );
    expect(roles[0]).toBe('background');
    expect(roles[2]).toBe('result');
  });

  it('find a task and a dataset', () => {
    const tokens = 'We evaluate on machine translation and question answering using SQuAD .'.split(' ');
    const found = entitiesOf(tokens, 'tdmsci', models.entities).map(
      ({ start, end, type }) => `${tokens.slice(start, end).join(' ')} ${type}`,
    );
    expect(found).toEqual(expect.arrayContaining(['machine translation TASK', 'question answering TASK']));
  });

  it('mark no methods by a guideline that has none', () => {
    const tokens = 'We train a convolutional neural network with Adam .'.split(' ');
    const typesBy = (guideline: 'tdmsci' | 'scierc'): string[] =>
      entitiesOf(tokens, guideline, models.entities).map(({ type }) => type);
    expect(typesBy('scierc')).toContain('METHOD');
    expect(typesBy('tdmsci')).not.toContain('METHOD');
  });

  it('give evidence within the field, equal to the name, for every seed', () => {
    for (const line of readFileSync('tests/seeds/seeds.jsonl', 'utf8').trim().split('\n')) {
      const paper = parseSnapshotRecord(JSON.parse(line));
      if ('error' in paper) throw new Error(paper.error);
      const facts = extractModelled(paper, models);
      for (const { value, evidence } of [facts.tasks, facts.methods, facts.datasets, facts.metrics].flat()) {
        const [{ field, start, end }] = evidence;
        expect((field === 'title' ? paper.title : paper.abstract)?.slice(start, end)).toBe(value);
      }
      expect(facts.sentences.at(-1)?.end).toBe(paper.abstract?.trimEnd().length);
    }
  });

  it('read names where the sets they learnt from are of, and nowhere else', () => {
    const paper = paperWith({ abstract: 'We use a convolutional neural network for image classification.' });
    const methodsIn = (...categories: string[]) =>
      extractModelled({ ...paper, categories }, models).methods.length;
    expect(methodsIn('cs.CV')).toBeGreaterThan(0);
    expect(methodsIn('physics.optics', 'cs.LG')).toBe(methodsIn('cs.CV'));
    expect([methodsIn('math-ph'), methodsIn('math.NA', 'cs.NA'), methodsIn('astro-ph.CO')]).toEqual([
      0, 0, 0,
    ]);
  });

  it('show a task that is known by its name, though a new one would have to be surer', () => {
    const tasksIn = (abstract: string) =>
      extractModelled(paperWith({ abstract }), models).tasks.map(({ value }) => value);
    expect(tasksIn('We study named entity recognition and part-of-speech tagging of tweets.')).toEqual([
      'named entity recognition',
      'part-of-speech tagging',
    ]);
    expect(tasksIn('We report on the Workshop on Machine Translation of this year.')).toEqual([]);
  });

  it('take any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (abstract) => {
        for (const { start, end } of extractModelled(paperWith({ title: abstract, abstract }), models)
          .sentences)
          expect(0 <= start && start < end && end <= abstract.length).toBe(true);
      }),
    );
  });
});
