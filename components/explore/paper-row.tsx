import type { ComponentChildren } from 'preact';
import type { PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import { PaperLink } from '../paper-link';
import { SaveIconButton } from '../save-icon-button';
import type { Finding, Where } from '../shown';
import { useText } from '../text';

const LONGEST_TITLE = 300;

export type RowActs = {
  savedIds: ReadonlySet<PaperId>;
  onSave: (paper: PaperSummary, saved: boolean) => void;
  onOpen: (address: string, where: Where) => void;
};

type Props = RowActs & {
  finding: Finding;
  onMap: (paper: PaperSummary) => void;
  children?: ComponentChildren;
};

/** A paper with what can be done from its row: open on arXiv, save, see what is around it. */
export function PaperRow({ finding: { paper, matched }, savedIds, onSave, onOpen, onMap, children }: Props) {
  const text = useText();
  const title = clipped(texToText(paper.title), LONGEST_TITLE);
  const saved = savedIds.has(paper.id);
  return (
    <li class="explore-row">
      <PaperLink class="explore-open" paper={paper} matched={matched} onOpen={onOpen}>
        {children}
      </PaperLink>
      <button
        type="button"
        class="button-text"
        aria-label={text('explore_around', { title })}
        onClick={() => onMap(paper)}
      >
        {text('explore_map_open')}
      </button>
      <SaveIconButton title={title} saved={saved} onToggle={() => onSave(paper, saved)} />
    </li>
  );
}
