import type { PaperId } from '@/lib/core/paper-id';
import { absAddress, addressOf, arxivSearchAddress, type Finding } from '../shown';

/** One row that arrows reach and Enter opens. */
export type Choice =
  | { kind: 'paper'; key: string; finding: Finding }
  /** A valid id can be opened whether its paper is here or not. */
  | { kind: 'id'; key: string; id: PaperId; version: number | null }
  | { kind: 'arxiv-search'; key: string; query: string };

/** Rows under one heading; without words the heading is not drawn. */
export type Group = { label: string; choices: readonly Choice[] };

export function paperChoice(finding: Finding): Choice {
  return { kind: 'paper', key: finding.paper.id, finding };
}

export function addressOfChoice(choice: Choice): string {
  if (choice.kind === 'paper') return addressOf(choice.finding.paper);
  if (choice.kind === 'id') return absAddress(choice.id, choice.version);
  return arxivSearchAddress(choice.query);
}
