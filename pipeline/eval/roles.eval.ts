import { ROLES, rolesOf } from '@/lib/extract/roles';
import type { Weights } from '@/lib/extract/weights';
import { trainRoles } from '../train/models';
import type { Roled } from '../train/sets';
import { goldRows, hasGold } from './gold';
import { tableOf, type Line } from './report';
import { noCounts, scoresOf, sumOf } from './score';

/** From this agreement of its annotators on, a label is hardly in doubt. */
const AGREED = 0.65;

/** Sentence roles. With `folds`, train and dev in five parts, which takes five trainings. */
export async function run(args: readonly string[]): Promise<void> {
  if (!hasGold()) console.log('roles: skipped, the gold sets are not there');
  else console.log(args.includes('folds') ? evaluateFolds() : evaluateDev());
}

function evaluateDev(): string {
  // The packaged model has learnt from dev too, so dev is measured with one that has not.
  const weights = trained(goldRows<Roled>('csabstruct.train.jsonl.gz'));
  const parts = [{ weights, abstracts: goldRows<Roled>('csabstruct.dev.jsonl') }];
  return tables(
    'CSAbstruct, dev (289 abstracts; a linear model with 80.2 / 79.5 on test had 69.0 / 65.4 here)',
    parts,
  );
}

function evaluateFolds(): string {
  const all = ['csabstruct.train.jsonl.gz', 'csabstruct.dev.jsonl'].flatMap((file) => goldRows<Roled>(file));
  const parts = [0, 1, 2, 3, 4].map((part) => ({
    weights: trained(all.filter((_, index) => index % 5 !== part)),
    abstracts: all.filter((_, index) => index % 5 === part),
  }));
  return tables('CSAbstruct, train and dev by cross-validation', parts);
}

function trained(abstracts: readonly Roled[]): Weights {
  return trainRoles(abstracts, null, () => undefined);
}

type Part = { weights: Weights; abstracts: readonly Roled[] };
type Told = { role: string; label: string; agreement: number };

function tables(title: string, parts: readonly Part[]): string {
  const told = parts.flatMap(({ weights, abstracts }) =>
    abstracts.map(({ sentences, labels, confs }) =>
      rolesOf(sentences, weights).map((role, index): Told => ({
        role,
        label: labels[index] ?? '',
        agreement: confs[index] ?? 0,
      })),
    ),
  );
  const agreed = told.map((abstract) => abstract.filter(({ agreement }) => agreement >= AGREED));
  return [
    tableOf(title, linesOf(told)),
    macroOf(told),
    tableOf('the same, only sentences on whose role the annotators agreed', linesOf(agreed)),
    macroOf(agreed),
  ].join('\n');
}

/** Micro F1 is the share that is right. */
function linesOf(abstracts: readonly (readonly Told[])[]): Line[] {
  const micro: Line = { name: 'micro', target: 81, rows: [], errors: [] };
  for (const abstract of abstracts) {
    const wrong = abstract.filter(({ role, label }) => role !== label).length;
    micro.rows.push({ tp: abstract.length - wrong, fp: wrong, fn: wrong });
  }
  return [
    micro,
    ...ROLES.map((name) => ({ ...micro, name, target: null, rows: abstracts.map(countsOf(name)) })),
  ];
}

function macroOf(abstracts: readonly (readonly Told[])[]): string {
  const scores = ROLES.map((name) => scoresOf(sumOf(abstracts.map(countsOf(name)))).f1);
  return `macro ${(scores.reduce((sum, one) => sum + one, 0) / scores.length).toFixed(1)} (target 80)`;
}

function countsOf(name: string): (abstract: readonly Told[]) => ReturnType<typeof noCounts> {
  return (abstract) => {
    const counts = noCounts();
    for (const { role, label } of abstract) {
      if (role === name && label === name) counts.tp += 1;
      else if (role === name) counts.fp += 1;
      else if (label === name) counts.fn += 1;
    }
    return counts;
  };
}
