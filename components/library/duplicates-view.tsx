import { useState } from 'preact/hooks';
import { isOther, nameOfOther } from '@/lib/core/other-work';
import { momentText } from '../format';
import { PaperLine } from '../paper-line';
import { type Reader, type SavedPaper, summaryOf } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';

type Props = {
  entries: readonly SavedPaper[];
  reader: Reader;
  acts: Acts;
};

/** Saved papers that look like one and the same: the reader says which stays. */
export function DuplicatesView({ entries, reader, acts }: Props) {
  const text = useText();
  const groups = useWatched('duplicates', reader.duplicates).value;
  const byId = new Map(entries.map((entry) => [entry.paper.id, entry]));
  return (
    <section class="pane pane-wide" aria-label={text('library_duplicates')}>
      <header class="view-intro">
        <h2 class="list-title">{text('library_duplicates')}</h2>
        <p>{text('duplicates_intro')}</p>
      </header>
      {groups?.length === 0 && <p class="teach">{text('duplicates_none')}</p>}
      {groups?.map((ids) => {
        const alike = ids.flatMap((id) => byId.get(id) ?? []);
        // Those of a large library come in parts: to choose between some of them would lose the others.
        return alike.length < ids.length ? null : (
          <Group key={ids.join()} alike={alike} reader={reader} acts={acts} />
        );
      })}
    </section>
  );
}

function Group({ alike, reader, acts }: { alike: readonly SavedPaper[]; reader: Reader; acts: Acts }) {
  const text = useText();
  const [kept, setKept] = useState(alike[0]?.paper.id);
  const name = `kept-${alike[0]?.paper.id}`;
  if (kept === undefined) return null;
  const others = alike.map(({ paper }) => paper.id).filter((id) => id !== kept);
  return (
    <fieldset class="alike">
      <legend class="visually-hidden">{text('duplicates_keep')}</legend>
      {alike.map(({ paper, savedAt }) => (
        <label key={paper.id} class="alike-row">
          <input type="radio" name={name} checked={paper.id === kept} onChange={() => setKept(paper.id)} />
          <span>
            <PaperLine paper={summaryOf(paper)} />
            <span class="alike-id">
              {isOther(paper.id) ? nameOfOther(paper.id) : `arXiv:${paper.id}`} · {momentText(savedAt)}
            </span>
          </span>
        </label>
      ))}
      <button
        type="button"
        class="button"
        onClick={() => acts.undoable(text('duplicates_merged'), () => reader.merge(kept, others))}
      >
        {text('duplicates_merge')}
      </button>
    </fieldset>
  );
}
