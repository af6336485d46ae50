import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { PaperId } from '@/lib/core/paper-id';
import type { Neighbourhood } from './neighbourhood';

export type Point = { x: number; y: number };
type Size = { width: number; height: number };
type Node = SimulationNodeDatum & { id: PaperId; step: number };

/** As many rounds as d3's own clock would take; taken at once, so that nothing moves on the page. */
const ROUNDS = 300;
const MARGIN = { x: 36, y: 26 };
const LINK = [0, 90, 48];

/** Where each paper of the map stands. The same map and size, the same places. */
export function layoutOf({ papers, edges }: Neighbourhood, size: Size): ReadonlyMap<PaperId, Point> {
  const nodes: Node[] = papers.map(({ paper, step }) => ({ id: paper.id, step }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const links: SimulationLinkDatum<Node>[] = edges.flatMap(({ from, to }) => {
    const [source, target] = [byId.get(from), byId.get(to)];
    return source && target ? [{ source, target }] : [];
  });
  const stepOf = (end: Node | string | number) => (typeof end === 'object' ? end.step : 0);
  forceSimulation(nodes)
    .force(
      'link',
      forceLink(links).distance(({ source, target }) => LINK[Math.max(stepOf(source), stepOf(target))] ?? 60),
    )
    .force('apart', forceManyBody().strength(-220))
    .force('room', forceCollide(24))
    .force('x', forceX(0).strength(0.04))
    .force('y', forceY(0).strength((0.04 * size.width) / size.height))
    .stop()
    .tick(ROUNDS);
  return fitted(nodes, size);
}

/** Stretched to the edges of the picture. */
function fitted(nodes: readonly Node[], { width, height }: Size): ReadonlyMap<PaperId, Point> {
  const across = scaleOf(
    nodes.map(({ x = 0 }) => x),
    MARGIN.x,
    width - MARGIN.x,
  );
  const down = scaleOf(
    nodes.map(({ y = 0 }) => y),
    MARGIN.y,
    height - MARGIN.y,
  );
  return new Map(nodes.map(({ id, x = 0, y = 0 }) => [id, { x: across(x), y: down(y) }]));
}

function scaleOf(values: readonly number[], from: number, to: number): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (high === low) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}
