import type { ComponentChildren } from 'preact';
import type { PaperSummary } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import { SaveIcon } from '../icons';
import { PaperLine } from '../paper-line';
import { addressOf, type Finding, type Where } from '../shown';
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
  const address = addressOf(paper);
  const title = clipped(texToText(paper.title), LONGEST_TITLE);
  const saved = savedIds.has(paper.id);
  const act = saved ? text('page_unsave_title', { title }) : text('page_save_title', { title });
  return (
    <li class="explore-row">
      <a
        class="explore-open"
        href={address}
        onClick={(event) => {
          event.preventDefault();
          onOpen(address, event.ctrlKey || event.metaKey ? 'behind' : 'front');
        }}
      >
        <PaperLine paper={paper} matched={matched} />
        {children}
      </a>
      <button
        type="button"
        class="button-text"
        aria-label={text('explore_around', { title })}
        onClick={() => onMap(paper)}
      >
        {text('explore_map_open')}
      </button>
      <button
        type="button"
        class={saved ? 'button-icon button-saved' : 'button-icon'}
        aria-label={act}
        title={act}
        onClick={() => onSave(paper, saved)}
      >
        <SaveIcon saved={saved} />
      </button>
    </li>
  );
}
