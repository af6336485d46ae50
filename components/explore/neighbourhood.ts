import type { PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { Reason } from '@/lib/core/related-paper';
import type { Explorer } from './explorer';

/** `step`: 0 is the paper itself, 1 what is related to it, 2 what is related to those. */
export type MapPaper = { paper: PaperSummary; step: 0 | 1 | 2 };
/** `to` is among the papers related to `from`, for these reasons. */
export type MapEdge = { from: PaperId; to: PaperId; reasons: readonly Reason[] };
export type Neighbourhood = { papers: readonly MapPaper[]; edges: readonly MapEdge[] };

const FIRST = 8;
const SECOND = 4;

/** A paper with its related papers, two steps deep. */
export async function neighbourhoodOf(
  centre: PaperSummary,
  related: Explorer['related'],
  signal: AbortSignal,
): Promise<Neighbourhood> {
  const papers = new Map<PaperId, MapPaper>([[centre.id, { paper: centre, step: 0 }]]);
  const edges: MapEdge[] = [];
  const grow = async (from: PaperSummary, limit: number, step: 1 | 2) => {
    signal.throwIfAborted();
    for (const { paper, reasons } of await related(from, limit)) {
      if (!papers.has(paper.id)) papers.set(paper.id, { paper, step });
      if (!edges.some((edge) => joins(edge, from.id, paper.id)))
        edges.push({ from: from.id, to: paper.id, reasons });
    }
  };
  await grow(centre, FIRST, 1);
  for (const { paper } of [...papers.values()].slice(1)) await grow(paper, SECOND, 2);
  return { papers: [...papers.values()], edges };
}

/** Either way round: the line between them is one. */
function joins({ from, to }: MapEdge, a: PaperId, b: PaperId): boolean {
  return (from === a && to === b) || (from === b && to === a);
}

/** What joins a paper to the others of the map. */
export function edgesOf({ edges }: Neighbourhood, id: PaperId): MapEdge[] {
  return edges.filter(({ from, to }) => from === id || to === id);
}
