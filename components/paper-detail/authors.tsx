import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { clipped, countText } from '../format';
import { useText } from '../text';

const AUTHORS_SHOWN = 40;

/** Who wrote a paper, as readable text; beyond forty of them, how many more. */
export function Authors({ authors }: Pick<Paper, 'authors'>) {
  const text = useText();
  const more = authors.length - AUTHORS_SHOWN;
  if (authors.length === 0) return null;
  return (
    <p class="detail-authors">
      {authors.slice(0, AUTHORS_SHOWN).map((name, at) => (
        <span key={at}>
          {at > 0 && ', '}
          <bdi>{clipped(texToText(name), 120)}</bdi>
        </span>
      ))}
      {more > 0 && ` ${text('library_more_authors', { count: countText(more) })}`}
    </p>
  );
}
