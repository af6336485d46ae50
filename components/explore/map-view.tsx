import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { RemoveIcon } from '../icons';
import { reasonText } from '../reason-text';
import type { Reader } from '../shown';
import { useText } from '../text';
import { useLatest } from '../use-latest';
import type { Explorer } from './explorer';
import { edgesOf, type Neighbourhood, neighbourhoodOf } from './neighbourhood';
import { labelOf, PaperMap } from './paper-map';
import { PaperRow, type RowActs } from './paper-row';
import { useSaved } from './use-saved';

type Props = {
  centre: PaperSummary;
  related: Explorer['related'];
  reader: Pick<Reader, 'savedAmong'>;
  row: RowActs;
  onCentre: (paper: PaperSummary) => void;
  onClose: () => void;
};

const TALLEST = 460;

/** The neighbourhood of a paper: the map, the paper chosen on it, and all of it as a list. */
export function MapView({ centre, related, reader, onCentre, onClose, ...props }: Props) {
  const text = useText();
  const [wanted, setWanted] = useState<PaperId>(centre.id);
  const { box, width } = useWidth();
  const ask = useMemo(
    () => (_: string, signal: AbortSignal) => neighbourhoodOf(centre, related, signal),
    [centre.id, related],
  );
  const { answer: map, failed } = useLatest(centre.id, ask);
  const savedIds = useSaved(reader, map?.papers.map(({ paper }) => paper.id) ?? []);
  const row = { ...props.row, savedIds };
  const chosen = map?.papers.find(({ paper }) => paper.id === wanted) ?? map?.papers[0];
  const size = useMemo(() => ({ width, height: Math.min(TALLEST, Math.max(340, width * 0.6)) }), [width]);
  return (
    <section class="explore-map" aria-label={text('explore_map')}>
      <div class="map-head">
        <h3 class="sheet-subtitle">{text('explore_map')}</h3>
        <button type="button" class="button-icon" aria-label={text('explore_map_close')} onClick={onClose}>
          <RemoveIcon />
        </button>
      </div>
      <div ref={box} class="map-box">
        {failed && <p class="teach">{text('side_related_failed')}</p>}
        {map && width > 0 && (
          <PaperMap
            map={map}
            size={size}
            chosen={chosen?.paper.id ?? centre.id}
            savedIds={row.savedIds}
            onChoose={setWanted}
          />
        )}
      </div>
      {map && chosen && (
        <div class="map-chosen" aria-live="polite">
          <ul>
            <PaperRow finding={{ paper: chosen.paper, matched: [] }} {...row} onMap={onCentre}>
              <Joins map={map} id={chosen.paper.id} />
            </PaperRow>
          </ul>
        </div>
      )}
      {map && (
        <details class="map-list">
          <summary>{text('explore_map_list')}</summary>
          <ul>
            {map.papers.map(({ paper }) => (
              <PaperRow key={paper.id} finding={{ paper, matched: [] }} {...row} onMap={onCentre}>
                <Joins map={map} id={paper.id} />
              </PaperRow>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Which papers of the map it is joined to, and why. */
function Joins({ map, id }: { map: Neighbourhood; id: PaperId }) {
  const text = useText();
  const names = new Map(map.papers.map(({ paper }) => [paper.id, labelOf(paper)]));
  return (
    <span class="map-joins">
      {edgesOf(map, id).map(({ from, to, reasons }) => (
        <span key={`${from} ${to}`}>
          <bdi>{names.get(from === id ? to : from)}</bdi>
          {': '}
          {reasons.map((reason, at) => (
            <bdi key={at}>
              {at > 0 && ' · '}
              {reasonText(reason, text)}
            </bdi>
          ))}
        </span>
      ))}
    </span>
  );
}

/** How wide the element is, now and whenever that changes. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
