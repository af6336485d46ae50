import { useMemo, useState } from 'preact/hooks';
import type { StatedFacts } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import { savingFirst } from '../note/saving-first';
import { lineItems } from '../page/fact-items';
import { PaperActs } from '../paper-acts';
import { PaperLine } from '../paper-line';
import { type ListRow, type Reader, type SavedPaper, summaryOf } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { TabNote } from './tab-note';

type Props = {
  paper: Paper;
  saved: SavedPaper | null;
  lists: readonly ListRow[];
  reader: Reader;
  acts: Acts;
  factsOf: (paper: Paper) => StatedFacts;
  onOpenBeside: () => void;
};

/** The paper of the active tab, on top of the popup: save, status, lists, and all else beside the page. */
export function TabPaper({ paper, saved, lists, reader, acts, factsOf, onOpenBeside }: Props) {
  const text = useText();
  const [writing, setWriting] = useState(false);
  const facts = useMemo(() => lineItems(factsOf(paper), text), [paper, factsOf, text]);
  return (
    <section class="tab-paper" aria-label={text('popup_this_paper')}>
      <header class="tab-paper-head">
        <h2 class="label">{text('popup_this_paper')}</h2>
        <button type="button" class="button-text" onClick={onOpenBeside}>
          {text('popup_beside')}
        </button>
      </header>
      <PaperLine paper={summaryOf(saved?.paper ?? paper)} />
      {facts.length > 0 && (
        <p class="tab-paper-facts">
          {facts.map(({ id, label, tone }) => (
            <span key={id} class={tone}>
              <bdi>{label}</bdi>
            </span>
          ))}
        </p>
      )}
      <PaperActs paper={paper} saved={saved} lists={lists} reader={reader} acts={acts}>
        <button
          type="button"
          class="button-text"
          aria-expanded={writing}
          onClick={() => setWriting(!writing)}
        >
          {saved === null || saved.note === '' ? text('note_write') : text('note_title')}
        </button>
      </PaperActs>
      {writing && (
        <TabNote
          id={paper.id}
          reader={saved === null ? savingFirst(paper, reader) : reader}
          onDone={() => setWriting(false)}
        />
      )}
    </section>
  );
}
