import { monthOfId, type PaperId } from '@/lib/core/paper-id';

/**
 * How often curated reading lists name a paper, whether its code is known, and how many of authors, categories
 * and abstract its record lacks.
 */
export type Popularity = { lists: number; mentions: number; code: boolean; lacking: number };

const FIRST_YEAR = 1991;
const POINTS_A_YEAR = 3;
const MOST_RECENCY = 130;
const POINTS_A_DOUBLING = 16;
const MOST_POPULARITY = 117;
const CODE = 5;
const LACKING = 16;

/**
 * Static rank, 0 to 255: later papers, those that many lists name and those with a whole record come first. It
 * depends on nothing but the paper, so that ranks of different segments compare.
 */
export function staticRank(id: PaperId, { lists, mentions, code, lacking }: Popularity): number {
  const { year, month } = monthOfId(id);
  const recency = (year - FIRST_YEAR + (month - 1) / 12) * POINTS_A_YEAR;
  const named = POINTS_A_DOUBLING * Math.log2(1 + lists + mentions / 2);
  const rank = Math.min(MOST_RECENCY, recency) + Math.min(MOST_POPULARITY, named) + (code ? CODE : 0);
  return Math.max(0, Math.round(rank - LACKING * lacking));
}

/** The rank of a paper of which nothing but its id is known. */
export function rankOfId(id: PaperId): number {
  return staticRank(id, { lists: 0, mentions: 0, code: false, lacking: 0 });
}
