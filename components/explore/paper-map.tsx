import { useMemo, useRef } from 'preact/hooks';
import type { PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { texToText } from '@/lib/core/tex';
import { clipped, countText } from '../format';
import { useText } from '../text';
import { layoutOf, type Point } from './map-layout';
import type { Neighbourhood } from './neighbourhood';

const RADIUS = [9, 7, 5];
const LONGEST_LABEL = 14;
const LONGEST_TITLE = 200;

type Props = {
  map: Neighbourhood;
  size: { width: number; height: number };
  chosen: PaperId;
  savedIds: ReadonlySet<PaperId>;
  onChoose: (id: PaperId) => void;
};

/**
 * The map as a picture whose papers can be chosen: one stop for Tab, arrows go to the nearest paper that way.
 * All of it stands in a list beside it too.
 */
export function PaperMap({ map, size, chosen, savedIds, onChoose }: Props) {
  const text = useText();
  const picture = useRef<SVGSVGElement>(null);
  const places = useMemo(() => layoutOf(map, size), [map, size.width, size.height]);
  const at = (id: PaperId): Point => places.get(id) ?? { x: 0, y: 0 };
  const near = new Set(
    map.edges.flatMap(({ from, to }) => (from === chosen || to === chosen ? [from, to] : [])),
  );
  const choose = (id: PaperId) => {
    onChoose(id);
    picture.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, id: PaperId) => {
    const way = WAYS[event.key];
    const next = way && nearest(places, id, way);
    if (next) choose(next);
    else if (event.key === 'Enter' || event.key === ' ') onChoose(id);
    else if (!way) return;
    event.preventDefault();
  };
  return (
    <svg
      ref={picture}
      class="map"
      role="group"
      aria-label={text('explore_map_name', { count: countText(map.papers.length) })}
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
    >
      {map.edges.map(({ from, to }) => (
        <line
          key={`${from} ${to}`}
          class={from === chosen || to === chosen ? 'map-edge map-edge-near' : 'map-edge'}
          x1={at(from).x}
          y1={at(from).y}
          x2={at(to).x}
          y2={at(to).y}
        />
      ))}
      {map.papers.map(({ paper, step }) => {
        const isNamed = step < 2 || near.has(paper.id) || paper.id === chosen;
        const title = clipped(texToText(paper.title), LONGEST_TITLE);
        return (
          <g
            key={paper.id}
            class={`map-paper map-step-${step}${savedIds.has(paper.id) ? ' map-saved' : ''}`}
            data-id={paper.id}
            transform={`translate(${at(paper.id).x} ${at(paper.id).y})`}
            role="button"
            tabindex={paper.id === chosen ? 0 : -1}
            aria-pressed={paper.id === chosen}
            aria-label={`${title}, ${labelOf(paper)}`}
            onClick={() => choose(paper.id)}
            onKeyDown={(event) => onKey(event, paper.id)}
          >
            <title>{title}</title>
            <circle class="map-room" r={14} />
            <circle class="map-dot" r={RADIUS[step]} />
            {isNamed && (
              <text class="map-label" y={(RADIUS[step] ?? 0) + 11} text-anchor="middle">
                {labelOf(paper)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** `Zeng 2022`: what a paper is called where there is little room. */
export function labelOf({ authors, year, id }: PaperSummary): string {
  const surname =
    texToText(authors[0] ?? '')
      .split(/\s+/)
      .at(-1) ?? '';
  return `${clipped(surname || id, LONGEST_LABEL)} ${year || ''}`.trim();
}

const WAYS: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

/** The paper nearest to this one among those that lie more that way than aside. */
function nearest(places: ReadonlyMap<PaperId, Point>, id: PaperId, way: Point): PaperId | undefined {
  const from = places.get(id);
  if (!from) return undefined;
  let best: { id: PaperId; distance: number } | undefined;
  for (const [other, { x, y }] of places) {
    const [across, down] = [x - from.x, y - from.y];
    const along = across * way.x + down * way.y;
    const aside = Math.abs(across * way.y) + Math.abs(down * way.x);
    const distance = along + 2 * aside;
    if (other !== id && along > 0 && along >= aside && distance < (best?.distance ?? Infinity))
      best = { id: other, distance };
  }
  return best?.id;
}
