import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type PartialKeys,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

type Props = {
  count: number;
  /** Height of a row before it is measured, in CSS pixels. */
  estimate: number;
  /** The same function as long as the rows are the same: with another, the place of each is reckoned anew. */
  keyOf: (at: number) => string;
  row: (at: number) => ComponentChildren;
  /** Kept in view when it changes; -1 for none. */
  shown?: number;
  /** Attributes of the scrolling box: its role, name and keys. */
  box: HTMLAttributes<HTMLDivElement>;
  /** Role of each row's wrapper, which says its place among all of them. */
  rowRole: 'listitem' | 'presentation';
};

const OVERSCAN = 8;

/** A scrolling box that holds only the rows in view; rows may have any height. */
export function VirtualRows({ count, estimate, keyOf, row, shown = -1, box, rowRole }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: OVERSCAN,
  });
  useEffect(() => {
    if (shown >= 0 && shown < count) virtualizer.scrollToIndex(shown, { align: 'auto' });
  }, [shown, count, virtualizer]);
  return (
    <div ref={scroller} {...box} class="rows">
      <div class="rows-room" role="presentation" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            class="rows-row"
            data-index={item.index}
            style={{ transform: `translateY(${item.start}px)` }}
            role={rowRole}
            aria-setsize={rowRole === 'listitem' ? count : undefined}
            aria-posinset={rowRole === 'listitem' ? item.index + 1 : undefined}
          >
            {row(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}

type Observed = 'observeElementRect' | 'observeElementOffset' | 'scrollToFn';
type Options = PartialKeys<VirtualizerOptions<HTMLDivElement, HTMLDivElement>, Observed>;

/** Drives TanStack's virtualizer, which knows no framework, by Preact's hooks. */
function useVirtualizer(options: Options): Virtualizer<HTMLDivElement, HTMLDivElement> {
  const [, redraw] = useState(0);
  const whole = {
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    ...options,
    onChange: () => redraw((times) => times + 1),
  };
  const held = useRef<Virtualizer<HTMLDivElement, HTMLDivElement>>(null);
  held.current ??= new Virtualizer(whole);
  const virtualizer = held.current;
  virtualizer.setOptions(whole);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
