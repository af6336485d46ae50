import { useEffect, useRef } from 'preact/hooks';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import { useText } from '../text';

const LONGEST_ABSTRACT = 6_000;

/** UTF-16 offsets into the abstract as it was received. */
export type Marked = { start: number; end: number };

/** An abstract as readable text; the words of a chosen fact are marked in it and brought into view. */
export function Abstract({ abstract, marked = null }: { abstract: string; marked?: Marked | null }) {
  const text = useText();
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    // jsdom has no layout, and no scrollIntoView with it.
    mark.current?.scrollIntoView?.({ block: 'nearest' });
  }, [marked]);
  const whole = clipped(abstract, LONGEST_ABSTRACT);
  return (
    <section>
      <h3 class="label">{text('library_abstract')}</h3>
      <p class="detail-abstract">
        <bdi>
          {marked === null ? (
            texToText(whole)
          ) : (
            <>
              {spaced(whole.slice(0, marked.start))}
              <mark ref={mark}>{texToText(whole.slice(marked.start, marked.end))}</mark>
              {spaced(whole.slice(marked.end))}
            </>
          )}
        </bdi>
      </p>
    </section>
  );
}

/** Reading as text trims its ends, which here are in the middle of a sentence. */
function spaced(piece: string): string {
  const [before = ''] = /^\s*/.exec(piece) ?? [];
  const [after = ''] = /\s*$/.exec(piece) ?? [];
  return piece.trim() === '' ? piece : `${before}${texToText(piece)}${after}`;
}
