import type { Paper } from '@/lib/core/paper';
import { PaperActs } from '../paper-acts';
import { PaperLine } from '../paper-line';
import { type ListRow, type Reader, type SavedPaper, summaryOf } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';

type Props = {
  paper: Paper;
  saved: SavedPaper | null;
  lists: readonly ListRow[];
  reader: Reader;
  acts: Acts;
  onOpenBeside: () => void;
};

/** The paper of the active tab, on top of the popup: save, status, lists, and all else beside the page. */
export function TabPaper({ paper, saved, lists, reader, acts, onOpenBeside }: Props) {
  const text = useText();
  return (
    <section class="tab-paper" aria-label={text('popup_this_paper')}>
      <header class="tab-paper-head">
        <h2 class="label">{text('popup_this_paper')}</h2>
        <button type="button" class="button-text" onClick={onOpenBeside}>
          {text('popup_beside')}
        </button>
      </header>
      <PaperLine paper={summaryOf(saved?.paper ?? paper)} />
      <PaperActs paper={paper} saved={saved} lists={lists} reader={reader} acts={acts} />
    </section>
  );
}
