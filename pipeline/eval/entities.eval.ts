import { entitiesOf, ENTITY_TYPES, type Entity, type Guideline } from '@/lib/extract/entities';
import { SHOWN_SURENESS } from '@/lib/extract/models';
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

export async function run(): Promise<void> {
  console.log(hasGold() ? evaluateEntities() : 'entities: skipped, the gold sets are not there');
}

/** Entities on SciERC dev and a fifth of TDMSci, with a model that has learnt from neither. */
function evaluateEntities(): string {
  const marked = tdmsciSentences('tdmsci.train.jsonl');
  const sets = {
    scierc: sciercSentences('scierc.train.jsonl'),
    tdmsci: marked.filter((_, index) => index % 5 !== 0),
    scirex: scirexSentences('scirex_abs.dev.jsonl'),
  };
  const weights = trainEntities(sets, null, console.error);
  const scierc: Measured = { sentences: sciercSentences('scierc.dev.jsonl'), guideline: 'scierc', weights };
  const tdmsci: Measured = {
    sentences: marked.filter((_, index) => index % 5 === 0),
    guideline: 'tdmsci',
    weights,
  };
  const isShown = (one: Entity): boolean => one.sureness >= SHOWN_SURENESS[one.type];
  return [
    tableOf('TDMSci, a fifth of its sentences (perceptron on test: 59.2)', [
      lineOf('exact span', 62, tdmsci, () => true, EXACT),
      lineOf('overlap', null, tdmsci, () => true, TOUCHES),
    ]),
    tableOf('SciERC, dev (50 abstracts; perceptron 51-53 over six types)', [
      lineOf('exact span', 56, scierc, () => true, EXACT),
      ...ENTITY_TYPES.map((type) => lineOf(type.toLowerCase(), null, scierc, () => true, EXACT, type)),
      lineOf('overlap', null, scierc, () => true, TOUCHES),
    ]),
    tableOf('what a page shows, on SciERC dev (precision is what counts: 85)', [
      ...ENTITY_TYPES.map((type) =>
        lineOf(`${type.toLowerCase()} touching`, null, scierc, isShown, TOUCHES, type),
      ),
      ...ENTITY_TYPES.map((type) =>
        lineOf(`${type.toLowerCase()} exact`, null, scierc, isShown, EXACT, type),
      ),
    ]),
  ].join('\n');
}

type Measured = { sentences: readonly Marked[]; guideline: Guideline; weights: Weights };

function lineOf(
  name: string,
  target: number | null,
  { sentences, guideline, weights }: Measured,
  isCounted: (found: Entity) => boolean,
  test: Test,
  type?: string,
): Line {
  const line: Line = { name, target, rows: [], errors: [] };
  for (const { tokens, ents } of sentences) {
    const gold = ents.filter(([, , one]) => type === undefined || one === type);
    const all = entitiesOf(tokens, guideline, weights);
    const found = all.filter((one) => isCounted(one) && (type === undefined || one.type === type));
    const right = found.filter((one) => gold.some((mark) => test(mark, one))).length;
    const missed = gold.filter((mark) => !found.some((one) => test(mark, one))).length;
    line.rows.push({ tp: right, fp: found.length - right, fn: missed });
  }
  return line;
}
