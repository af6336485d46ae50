import { useMemo } from 'preact/hooks';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { Paper } from '@/lib/core/paper';
import type { RelatedPaper } from '@/lib/core/related-paper';
import { texToText } from '@/lib/core/tex';
import { clipped, countText, dayText } from '../format';
import { PaperLink } from '../paper-link';
import { reasonText } from '../reason-text';
import { SaveIconButton } from '../save-icon-button';
import type { Reader, Where } from '../shown';
import { useText } from '../text';
import { useLatest } from '../use-latest';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';

const REASONS_SHOWN = 3;
const LONGEST_TITLE = 300;

type Props = {
  paper: Paper;
  status: CorpusStatus | null;
  reader: Reader;
  acts: Acts;
  relatedTo: (paper: Paper) => Promise<readonly RelatedPaper[]>;
  onOpen: (address: string, where: Where) => void;
};

/** Related papers and why they are, those that are saved first. */
export function RelatedList({ paper, status, reader, acts, relatedTo, onOpen }: Props) {
  const text = useText();
  // Asked again when more is known of the paper, or when there are other papers to ask for.
  const question = [paper.id, paper.abstract === null ? 'title' : 'abstract', status?.papers].join(' ');
  const ask = useMemo(() => () => relatedTo(paper), [question, relatedTo]);
  const { answer, failed } = useLatest(question, ask);
  const ids = answer?.map((related) => related.paper.id) ?? [];
  const savedIds = useWatched(ids.join(' '), reader.savedAmong(ids)).value;
  if (failed) return <p class="beside-teach">{text('side_related_failed')}</p>;
  if (answer === undefined || savedIds === undefined) return null;
  const isSaved = (related: RelatedPaper) => savedIds.has(related.paper.id);
  const rows = [...answer.filter(isSaved), ...answer.filter((related) => !isSaved(related))];
  return (
    <section class="beside-related" aria-label={text('page_related_name')}>
      <h3 class="label">{text('page_related')}</h3>
      {rows.length === 0 && (
        <p class="beside-teach">{text('page_related_none', { count: countText(status?.papers ?? 0) })}</p>
      )}
      <ul>
        {rows.map((related) => (
          <RelatedRow
            key={related.paper.id}
            related={related}
            saved={isSaved(related)}
            onToggle={() =>
              isSaved(related)
                ? acts.undoable(text('library_removed'), () => reader.unsave(related.paper.id))
                : acts.attempt(() => reader.save(related.paper))
            }
            onOpen={onOpen}
          />
        ))}
      </ul>
      {status?.date && <p class="beside-date">{text('page_dataset_date', { date: dayText(status.date) })}</p>}
    </section>
  );
}

type RowProps = {
  related: RelatedPaper;
  saved: boolean;
  onToggle: () => void;
  onOpen: Props['onOpen'];
};

function RelatedRow({ related: { paper, reasons }, saved, onToggle, onOpen }: RowProps) {
  const text = useText();
  const title = clipped(texToText(paper.title), LONGEST_TITLE);
  return (
    <li class="related-row">
      <PaperLink class="related-open" paper={paper} onOpen={onOpen}>
        <span class="related-reasons">
          {reasons.slice(0, REASONS_SHOWN).map((reason, at) => (
            <bdi key={at}>{reasonText(reason, text)}</bdi>
          ))}
        </span>
      </PaperLink>
      <SaveIconButton title={title} saved={saved} onToggle={onToggle} />
    </li>
  );
}
