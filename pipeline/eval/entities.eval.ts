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

export async function run(): Promise<void> {
  console.log(hasGold() ? evaluateEntities() : 'entities: skipped, the gold sets are not there');
}

/** Entities on SciERC dev and a fifth of TDMSci, with a model that has learnt from neither. */
function evaluateEntities(): string {
  const marked = tdmsciSentences('tdmsci.train.jsonl');
  // The last fifth, not every fifth: neighbours come from one paper.
  const kept = Math.ceil(marked.length * 0.8);
  const sets = {
    scierc: sciercSentences('scierc.train.jsonl'),
    tdmsci: marked.slice(0, kept),
    scirex: scirexSentences('scirex_abs.dev.jsonl'),
  };
  const weights = trainEntities(sets, null, console.error);
  const scierc: Measured = { sentences: sciercSentences('scierc.dev.jsonl'), guideline: 'scierc', weights };
  const tdmsci: Measured = {
    sentences: marked.slice(kept),
    guideline: 'tdmsci',
    weights,
  };
  return [
    tableOf('TDMSci, its last fifth (perceptron on test: 59.2)', [
      lineOf('exact span', 62, tdmsci, EXACT),
      lineOf('overlap', null, tdmsci, TOUCHES),
    ]),
    tableOf('SciERC, dev (50 abstracts; perceptron 51-53 over six types)', [
      lineOf('exact span', 56, scierc, EXACT),
      ...ENTITY_TYPES.map((type) => lineOf(type.toLowerCase(), null, scierc, EXACT, type)),
      lineOf('overlap', null, scierc, TOUCHES),
    ]),
    ...[
      { name: 'SciERC dev', ...scierc, guideline: null },
      { name: 'TDMSci (has no methods)', ...tdmsci, guideline: null },
    ].map((shown) =>
      tableOf(`what a page shows, on ${shown.name} (precision is what counts: 85)`, [
        ...ENTITY_TYPES.map((type) => lineOf(`${type.toLowerCase()} touching`, null, shown, TOUCHES, type)),
        ...ENTITY_TYPES.map((type) => lineOf(`${type.toLowerCase()} exact`, null, shown, EXACT, type)),
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
  type?: string,
): Line {
  const line: Line = { name, target, rows: [], errors: [] };
  for (const { tokens, ents } of sentences) {
    const gold = ents.filter(([, , one]) => type === undefined || one === type);
    const all = guideline ? entitiesOf(tokens, guideline, weights) : shownEntities(tokens, weights);
    const found = all.filter((one) => type === undefined || one.type === type);
    const right = found.filter((one) => gold.some((mark) => test(mark, one))).length;
    const missed = gold.filter((mark) => !found.some((one) => test(mark, one))).length;
    line.rows.push({ tp: right, fp: found.length - right, fn: missed });
  }
  return line;
}
