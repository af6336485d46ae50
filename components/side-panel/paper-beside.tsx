import { useMemo, useState } from 'preact/hooks';
import type { Paper } from '@/lib/core/paper';
import type { FactItem } from '@/lib/core/shown';
import { DatasetNotice } from '../dataset/dataset-notice';
import { factGroups } from '../page/fact-groups';
import { FactTable } from '../page/fact-table';
import { NoteField } from '../note/note-field';
import { savingFirst } from '../note/saving-first';
import { PaperActs } from '../paper-acts';
import { Abstract } from '../paper-detail/abstract';
import { Authors } from '../paper-detail/authors';
import { DetailTitle } from '../paper-detail/detail-title';
import { KeptLines } from '../paper-detail/kept-lines';
import type { ListRow } from '../shown';
import { TagsField } from '../tags-field';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';
import { CopyButton } from './copy-button';
import { RelatedList } from './related-list';
import type { SidePanelProps } from './side-panel';

type Props = SidePanelProps & { paper: Paper; lists: readonly ListRow[]; acts: Acts };

/** What a reader wants of a paper while its pages are before them. */
export function PaperBeside(props: Props) {
  const { paper, reader, lists, acts, status } = props;
  const text = useText();
  const saved = useWatched(paper.id, reader.entry(paper.id)).value ?? null;
  const tags = useWatched('tags', reader.tags).value ?? NO_TAGS;
  const [chosen, setChosen] = useState<FactItem | null>(null);
  const groups = useMemo(() => factGroups(paper, props.factsOf(paper), text), [paper, props.factsOf, text]);
  const inAbstract = chosen?.evidence.find(({ field }) => field === 'abstract') ?? null;
  return (
    <article class="beside" aria-label={text('popup_this_paper')}>
      <header class="beside-head">
        <DetailTitle paper={paper} />
        <Authors {...paper} />
        {paper.withdrawn && <p class="withdrawn">{text('library_withdrawn')}</p>}
        <PaperActs paper={paper} saved={saved} lists={lists} reader={reader} acts={acts} />
      </header>
      <NoteField id={paper.id} reader={saved === null ? savingFirst(paper, reader) : reader} />
      {saved !== null && (
        <TagsField
          tags={saved.tags}
          known={tags.map(({ tag }) => tag)}
          onAdd={(tag) => acts.attempt(() => reader.addTag([paper.id], tag))}
          onRemove={(tag) =>
            acts.undoable(text('tags_removed', { tag }), () => reader.removeTag([paper.id], tag))
          }
        />
      )}
      {groups.length > 0 && (
        <section class="beside-facts" aria-label={text('page_facts_name')}>
          <h3 class="label">{text('side_facts')}</h3>
          <FactTable
            onWrong={(item) => props.onWrong(paper, item)}
            groups={groups}
            chosen={chosen?.id ?? null}
            onChoose={(item) => setChosen(item.id === chosen?.id ? null : item)}
          />
        </section>
      )}
      {paper.abstract === null ? (
        <p class="beside-teach">{text('side_no_abstract')}</p>
      ) : (
        <Abstract abstract={paper.abstract} marked={inAbstract} />
      )}
      {status !== null && status.papers === 0 ? (
        <DatasetNotice status={status} onRetry={props.onRetryImport} />
      ) : (
        <RelatedList
          paper={paper}
          status={status}
          reader={reader}
          acts={acts}
          relatedTo={props.relatedTo}
          onOpen={props.onOpen}
        />
      )}
      <KeptLines paper={paper} savedAt={saved?.savedAt ?? null} />
      <CopyButton onCopy={() => props.onCopyBibtex(paper)} />
    </article>
  );
}

const NO_TAGS: readonly never[] = [];
