import { ROLES, rolesOf } from '@/lib/extract/roles';
import { trainRoles } from '../train/models';
import type { Roled } from '../train/sets';
import { goldRows, hasGold } from './gold';
import { tableOf, type Line } from './report';
import { noCounts } from './score';

/** Sentence roles. Micro F1 is the share that is right; macro the mean of the five. */
export async function run(): Promise<void> {
  console.log(hasGold() ? evaluateRoles() : 'roles: skipped, the gold sets are not there');
}

function evaluateRoles(): string {
  // The packaged model has learnt from dev too, so dev is measured with one that has not.
  const weights = trainRoles(goldRows<Roled>('csabstruct.train.jsonl.gz'), null, () => undefined);
  const lines: Line[] = ROLES.map((name) => ({ name, target: null, rows: [], errors: [] }));
  const all: Line = { name: 'micro', target: 81, rows: [], errors: [] };
  for (const { sentences, labels } of goldRows<Roled>('csabstruct.dev.jsonl')) {
    const found = rolesOf(sentences, weights);
    const wrong = found.filter((role, index) => role !== labels[index]).length;
    all.rows.push({ tp: found.length - wrong, fp: wrong, fn: wrong });
    for (const line of lines) line.rows.push(countsOf(line.name, labels, found));
  }
  return tableOf(
    'CSAbstruct, dev (289 abstracts; a linear model with 80.2 / 79.5 on test had 69.0 / 65.4 here)',
    [all, ...lines],
  );
}

function countsOf(
  role: string,
  gold: readonly string[],
  found: readonly string[],
): ReturnType<typeof noCounts> {
  const counts = noCounts();
  for (const [index, label] of gold.entries()) {
    if (found[index] === role && label === role) counts.tp += 1;
    else if (found[index] === role) counts.fp += 1;
    else if (label === role) counts.fn += 1;
  }
  return counts;
}
