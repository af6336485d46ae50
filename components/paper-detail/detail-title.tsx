import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import { AwayIcon } from '../icons';
import { addressOf } from '../shown';

const LONGEST_TITLE = 1_000;

/** The title as readable text, which leads to the paper's own page. */
export function DetailTitle({ paper }: { paper: Pick<Paper, 'id' | 'title'> }) {
  return (
    <h2 class="detail-title">
      <a href={addressOf(paper)} target="_blank" rel="noreferrer">
        <bdi>{clipped(texToText(paper.title), LONGEST_TITLE)}</bdi>
        <AwayIcon />
      </a>
    </h2>
  );
}
