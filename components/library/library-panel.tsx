import { useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import { AdviceNotice } from '../dataset/dataset-notice';
import { adviceOfTrouble } from '../dataset/dataset-words';
import type { Exchange } from '../exchange/exchange';
import { RescueNotice } from '../exchange/rescue';
import { needsRescue } from '../exchange/trouble-notice';
import type { ListRow, Reader, Where } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';
import type { Carried } from './carried';
import { DeletedView } from './deleted-view';
import { DuplicatesView } from './duplicates-view';
import { EntriesAndDetail } from './entries-and-detail';
import { EVERYTHING, type Matching, type Selection } from './entry-selection';
import { ListsPane } from './lists-pane';
import type { View } from './view';

/** Makes a filter of words and operators: which saved papers they mean. */
export type FilterOf = (words: string, lists: readonly ListRow[]) => Matching;

export type LibraryPanelProps = {
  reader: Reader;
  acts: Acts;
  filterOf: FilterOf;
  exchange: Pick<Exchange, 'write' | 'kept' | 'rescue'>;
  onOpen: (address: string, where: Where) => void;
  onCopyBibtex: (ids: readonly PaperId[]) => Promise<unknown>;
  onReload: () => void;
};

/** Lists on the left, their papers in the middle, the chosen paper on the right. */
export function LibraryPanel(props: LibraryPanelProps) {
  const { reader, acts } = props;
  const text = useText();
  const [wanted, setView] = useState<View>({ kind: 'all' });
  const [selection, setSelection] = useState<Selection>(EVERYTHING);
  const lists = useWatched('lists', reader.lists);
  const savedCount = useWatched('saved', reader.savedCount);
  const tags = useWatched('tags', reader.tags).value ?? NONE;
  // A list deleted here or in another window gives way to all that are saved.
  const list = wanted.kind === 'list' ? (lists.value?.find(({ id }) => id === wanted.id) ?? null) : null;
  const view: View = wanted.kind === 'list' && list === null ? { kind: 'all' } : wanted;
  const entries = useWatched(list?.id ?? 'all', reader.entries(list?.id ?? null));
  const trouble = lists.trouble ?? entries.trouble;
  if (trouble !== undefined) {
    const advice = adviceOfTrouble(text, trouble);
    if (needsRescue(trouble)) {
      return <RescueNotice advice={advice} exchange={props.exchange} acts={acts} onReload={props.onReload} />;
    }
    return <AdviceNotice advice={advice} act={text('dataset_retry')} onAct={props.onReload} />;
  }
  const dropPapers = (to: ListRow, { ids, from }: Extract<Carried, { kind: 'papers' }>) => {
    if (to.id === from) return;
    acts.undoable(text('library_put_into', { name: to.name }), () =>
      from === null ? reader.addTo(to.id, ids) : reader.moveEntries(ids, { from, to: to.id, before: null }),
    );
  };
  return (
    <div class="panes">
      <ListsPane
        lists={lists.value}
        tags={tags}
        savedCount={savedCount.value ?? 0}
        view={view}
        acts={acts}
        reader={reader}
        onView={setView}
        onTag={(tag) => {
          if (view.kind !== 'list') setView({ kind: 'all' });
          setSelection({ ...selection, words: withTag(selection.words, tag) });
        }}
        onDropPapers={dropPapers}
      />
      {view.kind === 'deleted' && <DeletedView reader={reader} acts={acts} />}
      {view.kind === 'duplicates' && (
        <DuplicatesView entries={entries.value ?? NONE} reader={reader} acts={acts} />
      )}
      {(view.kind === 'all' || view.kind === 'list') && (
        <EntriesAndDetail
          {...props}
          key={list?.id ?? 'all'}
          list={list}
          lists={lists.value ?? NONE}
          tags={tags}
          entries={entries.value}
          isAll={(entries.value?.length ?? 0) >= (list?.papers ?? savedCount.value ?? 0)}
          selection={selection}
          onSelection={setSelection}
        />
      )}
    </div>
  );
}

const NONE: readonly never[] = [];

/** The words with the operator for a tag, or without it where it stands there already. */
function withTag(words: string, tag: string): string {
  const operator = `tag:"${tag}"`;
  if (words.includes(operator)) return words.replace(operator, '').replace(/\s+/g, ' ').trim();
  return `${words} ${operator}`.trim();
}
