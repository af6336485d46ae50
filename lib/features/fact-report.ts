import { evidenceText } from '@/lib/core/evidence-text';
import type { Paper } from '@/lib/core/paper';
import type { FactItem } from '@/lib/core/shown';

/** What a reader may send to us, or not, of a fact that is wrong: the paper, the fact, its words, our version. */
export function factReport(paper: Paper, { id, label, evidence }: FactItem, version: string): string {
  const words = evidence.map(
    (one) => `${one.field} ${one.start}-${one.end}: ${JSON.stringify(evidenceText(paper, one))}`,
  );
  return [
    `arXiv:${paper.id}${paper.version === null ? '' : `v${paper.version}`}`,
    `fact: ${id} = ${JSON.stringify(label)}`,
    ...words,
    `Gloss ${version}`,
  ].join('\n');
}
