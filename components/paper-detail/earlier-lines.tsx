import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { texToText } from '@/lib/core/tex';
import { clipped, momentText } from '../format';
import type { MessageKey } from '../make-text';
import type { Reader } from '../shown';
import { useText } from '../text';
import { useWatched } from '../use-watched';

const LONGEST_VALUE = 400;

const SHOWN = [
  ['title', 'earlier_title'],
  ['version', 'earlier_version'],
  ['abstract', 'library_abstract'],
  ['comments', 'library_comments'],
  ['journalRef', 'library_journal'],
  ['doi', 'library_doi'],
] as const satisfies readonly (readonly [keyof Paper, MessageKey])[];

/** What the paper said before, and until when: nothing that was saved is lost when arXiv changes it. */
export function EarlierLines({ id, reader }: { id: PaperId; reader: Pick<Reader, 'earlier'> }) {
  const text = useText();
  const earlier = useWatched(`earlier ${id}`, reader.earlier(id)).value ?? [];
  const lines = earlier.flatMap(({ until, values }) =>
    SHOWN.flatMap(([field, name]) => {
      const value = values[field];
      return value === undefined || value === null ? [] : [{ until, name: text(name), value: String(value) }];
    }),
  );
  if (lines.length === 0) return null;
  return (
    <details class="earlier">
      <summary class="label">{text('earlier_title_of_part')}</summary>
      <dl class="detail-lines">
        {lines.reverse().map(({ until, name, value }) => (
          <div key={`${until} ${name}`}>
            <dt>{name}</dt>
            <dd>
              <bdi>{clipped(texToText(value), LONGEST_VALUE)}</bdi>{' '}
              <span class="earlier-until">{text('earlier_until', { day: momentText(until) })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
