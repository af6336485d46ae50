import { entitiesOf, ENTITY_TYPES, shownEntities, type Entity, type Guideline } from '@/lib/extract/entities';
import type { Weights } from '@/lib/extract/weights';
import { trainEntities } from '../train/models';
import { sciercSentences, scirexSentences, tdmsciSentences, type Marked } from '../train/sets';
import { hasGold } from './gold';
import { tableOf, type Line } from './report';

type Test = (gold: readonly [number, number, string], found: Entity) => boolean;
const EXACT: Test = ([start, end, type], found) =>
  start === found.start && end === found.end && type === found.type;
const TOUCHES: Test = ([start, end, type], found) =>
  start < found.end && found.start < end && type === found.type;

/** With `folds`, all of TDMSci in turn, which takes ten trainings. */
export async function run(args: readonly string[]): Promise<void> {
  if (!hasGold()) console.log('entities: skipped, the gold sets are not there');
  else console.log(args.includes('folds') ? evaluateFolds() : evaluateEntities());
}

/** A model that has learnt all of TDMSci but some sentences, and nothing of SciERC dev. */
function trainedWithout(isLeftOut: (index: number) => boolean): { weights: Weights; leftOut: Marked[] } {
  const marked = tdmsciSentences('tdmsci.train.jsonl');
  const sets = {
    scierc: sciercSentences('scierc.train.jsonl'),
    tdmsci: marked.filter((_, index) => !isLeftOut(index)),
    scirex: scirexSentences('scirex_abs.dev.jsonl'),
  };
  const leftOut = marked.filter((_, index) => isLeftOut(index));
  return { weights: trainEntities(sets, null, console.error), leftOut };
}

/** Five parts of TDMSci, each measured with a model that has not learnt it: parts of whole papers, then every fifth. */
function evaluateFolds(): string {
  const count = tdmsciSentences('tdmsci.train.jsonl').length;
  const ways: readonly [string, (index: number) => number][] = [
    ['in five runs of sentences', (index) => Math.floor((index * 5) / count)],
    ['every fifth sentence', (index) => index % 5],
  ];
  const lines = ways.map(([name, partOf]): Line => {
    const parts = [0, 1, 2, 3, 4].map((part) => {
      const { weights, leftOut } = trainedWithout((index) => partOf(index) === part);
      return lineOf(name, 62, { sentences: leftOut, guideline: 'tdmsci', weights }, EXACT);
    });
    return { name, target: 62, rows: parts.flatMap(({ rows }) => rows), errors: [] };
  });
  return tableOf('TDMSci, exact span, all of it by cross-validation', lines);
}

/** Entities on SciERC dev and a fifth of TDMSci, with a model that has learnt from neither. */
function evaluateEntities(): string {
  // The last fifth, not every fifth: neighbours come from one paper.
  const last = Math.ceil(tdmsciSentences('tdmsci.train.jsonl').length * 0.8);
  const { weights, leftOut } = trainedWithout((index) => index >= last);
  const scierc: Measured = { sentences: sciercSentences('scierc.dev.jsonl'), guideline: 'scierc', weights };
  const tdmsci: Measured = { sentences: leftOut, guideline: 'tdmsci', weights };
  return [
    tableOf('TDMSci, its last fifth (perceptron on test: 59.2)', [
      lineOf('exact span', 62, tdmsci, EXACT),
      lineOf('overlap', null, tdmsci, TOUCHES),
    ]),
    tableOf('SciERC, dev (50 abstracts; perceptron 51-53 over six types)', [
      lineOf('exact span', 56, scierc, EXACT),
      ...ENTITY_TYPES.map((type) => lineOf(type.toLowerCase(), null, scierc, EXACT, [type])),
      lineOf('overlap', null, scierc, TOUCHES),
    ]),
    ...[
      { name: 'SciERC dev', types: ENTITY_TYPES, ...scierc, guideline: null },
      {
        name: 'TDMSci (has no methods)',
        types: ENTITY_TYPES.filter((type) => type !== 'METHOD'),
        ...tdmsci,
        guideline: null,
      },
    ].map(({ name, types, ...shown }) =>
      tableOf(`what a page shows, on ${name} (precision is what counts: 85)`, [
        lineOf('all exact', null, shown, EXACT, types),
        ...types.map((type) => lineOf(`${type.toLowerCase()} touching`, null, shown, TOUCHES, [type])),
        ...types.map((type) => lineOf(`${type.toLowerCase()} exact`, null, shown, EXACT, [type])),
      ]),
    ),
  ].join('\n');
}

/** Without a guideline: only what a page would show. */
type Measured = { sentences: readonly Marked[]; guideline: Guideline | null; weights: Weights };

function lineOf(
  name: string,
  target: number | null,
  { sentences, guideline, weights }: Measured,
  test: Test,
  types: readonly string[] = ENTITY_TYPES,
): Line {
  const line: Line = { name, target, rows: [], errors: [] };
  for (const { tokens, ents } of sentences) {
    const gold = ents.filter(([, , one]) => types.includes(one));
    const all = guideline ? entitiesOf(tokens, guideline, weights) : shownEntities(tokens, weights);
    const found = all.filter((one) => types.includes(one.type));
    const right = found.filter((one) => gold.some((mark) => test(mark, one))).length;
    const missed = gold.filter((mark) => !found.some((one) => test(mark, one))).length;
    line.rows.push({ tp: right, fp: found.length - right, fn: missed });
  }
  return line;
}
