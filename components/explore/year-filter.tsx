import { useRef, useState } from 'preact/hooks';
import { countText } from '../format';
import { useText } from '../text';
import { YearAxis, type YearColumn } from '../year-columns';

type Years = { from: number; to: number };
type Props = {
  columns: readonly YearColumn[];
  /** Null when any year will do. */
  years: Years | null;
  onYears: (years: Years | null) => void;
};

/**
 * A histogram of years that filters: a click or Enter chooses a year or lets it go, dragging or Shift a range.
 * One stop for Tab; arrows go from year to year.
 */
export function YearFilter({ columns, years, onYears }: Props) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<number | null>(null);
  const [dragged, setDragged] = useState<Years | null>(null);
  const last = columns.at(-1)?.year;
  const stop = columns.some(({ year }) => year === at) ? at : last;
  const chosen = dragged ?? years;
  const isIn = (year: number) => chosen !== null && inOrder(chosen.from, chosen.to, year);
  const choose = (from: number, to: number) => {
    const [first, end] = [Math.min(from, to), Math.max(from, to)];
    onYears(years?.from === first && years.to === end ? null : { from: first, to: end });
  };
  const onKey = (event: KeyboardEvent, year: number) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ')
      choose(event.shiftKey ? (years?.from ?? year) : year, year);
    else if (event.key === 'Escape' && years) onYears(null);
    else if (step !== undefined) {
      const next = columns.find((column) => column.year === year + step)?.year ?? year;
      setAt(next);
      box.current?.querySelector<HTMLElement>(`[data-year="${next}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div>
      <div
        ref={box}
        class="years years-filter"
        role="group"
        aria-label={text('explore_years')}
        onPointerLeave={() => setDragged(null)}
      >
        {columns.map(({ year, count, height }) => (
          <button
            key={year}
            type="button"
            class="year"
            data-year={year}
            tabIndex={year === stop ? 0 : -1}
            aria-pressed={isIn(year)}
            aria-label={text('explore_year', { count: countText(count), year })}
            title={text('explore_year', { count: countText(count), year })}
            onFocus={() => setAt(year)}
            onKeyDown={(event) => onKey(event, year)}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              setDragged({ from: event.shiftKey ? (years?.from ?? year) : year, to: year });
            }}
            onPointerEnter={() => dragged && setDragged({ ...dragged, to: year })}
            onPointerUp={() => {
              if (dragged) choose(dragged.from, year);
              setDragged(null);
            }}
          >
            <span class="year-bar" style={{ blockSize: `${height * 100}%` }} />
          </button>
        ))}
      </div>
      <YearAxis columns={columns} />
    </div>
  );
}

function inOrder(a: number, b: number, year: number): boolean {
  return year >= Math.min(a, b) && year <= Math.max(a, b);
}
