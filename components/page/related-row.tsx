import type { PaperSummary } from '@/lib/core/paper';
import type { RelatedPaper } from '@/lib/core/related-paper';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import { reasonText } from '../reason-text';
import { useText, type Text } from '../text';
import { SaveButton } from './save-button';

const LONGEST_TITLE = 300;
const LONGEST_NAME = 60;
const AUTHORS_SHOWN = 2;
const REASONS_SHOWN = 3;

type Props = { related: RelatedPaper; isSaved: boolean; onToggleSaved: () => void };

/** A related paper, who wrote it, and why it is here. */
export function RelatedRow({ related: { paper, reasons }, isSaved, onToggleSaved }: Props) {
  const text = useText();
  const title = clipped(texToText(paper.title), LONGEST_TITLE);
  return (
    <li>
      <a class="title" href={`/abs/${paper.id}`}>
        <bdi>{title}</bdi>
      </a>
      <SaveButton isSaved={isSaved} onToggle={onToggleSaved} of={title} />
      <div class="about">
        <bdi>{authorsLine(paper, text)}</bdi> · {paper.year}
      </div>
      <div class="reasons">
        {reasons.slice(0, REASONS_SHOWN).map((reason, at) => (
          <span key={at}>
            <bdi>{reasonText(reason, text)}</bdi>
          </span>
        ))}
      </div>
    </li>
  );
}

function authorsLine({ authors, authorCount }: PaperSummary, text: Text): string {
  const shown = authors.slice(0, AUTHORS_SHOWN).map(shortName);
  const more = authorCount - shown.length;
  return more > 0 ? `${shown.join(', ')} ${text('page_more_authors', { count: more })}` : shown.join(', ');
}

// Not a person: "ATLAS Collaboration" has no given name.
const GROUP = /\b(?:collaboration|consortium|team|group|project)\b/i;

/** `Aohan Zeng` -> `A. Zeng`. */
function shortName(name: string): string {
  const whole = clipped(texToText(name), LONGEST_NAME);
  const [given = '', ...rest] = whole.split(' ');
  const family = rest.at(-1);
  if (family === undefined || GROUP.test(whole)) return whole;
  return `${[...given][0] ?? ''}. ${family}`;
}
