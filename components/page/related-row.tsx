import type { RelatedRow } from '@/lib/core/shown';
import { SaveButton } from './save-button';

type Props = { row: RelatedRow; isSaved: boolean; onToggleSaved: () => void };

/** A related paper, who wrote it, and why it is here. */
export function RelatedPaperRow({ row: { id, title, byline, reasons }, isSaved, onToggleSaved }: Props) {
  return (
    <li>
      <a class="title" href={`/abs/${id}`}>
        <bdi>{title}</bdi>
      </a>
      <SaveButton isSaved={isSaved} onToggle={onToggleSaved} of={title} />
      <div class="about">
        <bdi>{byline}</bdi>
      </div>
      <div class="reasons">
        {reasons.map((reason, at) => (
          <span key={at}>
            <bdi>{reason}</bdi>
          </span>
        ))}
      </div>
    </li>
  );
}
