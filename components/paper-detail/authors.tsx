import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import { moreAuthors } from '../more-authors';
import { useText } from '../text';

const AUTHORS_SHOWN = 40;

/** Who wrote a paper, as readable text; beyond forty of them, how many more. */
export function Authors({ authors, hasMoreAuthors }: Pick<Paper, 'authors' | 'hasMoreAuthors'>) {
  const text = useText();
  const shown = authors.slice(0, AUTHORS_SHOWN);
  if (authors.length === 0) return null;
  return (
    <p class="detail-authors">
      {shown.map((name, at) => (
        <span key={at}>
          {at > 0 && ', '}
          <bdi>{clipped(texToText(name), 120)}</bdi>
        </span>
      ))}
      {moreAuthors(text, hasMoreAuthors ? null : authors.length, shown.length)}
    </p>
  );
}
