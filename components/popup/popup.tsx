import { useCallback, useRef, useState } from 'preact/hooks';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { StatedFacts } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import type { VersionedId } from '@/lib/core/paper-id';
import { AdviceNotice } from '../dataset/dataset-notice';
import { NoticeBar } from '../notice-bar';
import { addressOf, type Findings, type Reader, type SavedPaper, type Watch, type Where } from '../shown';
import { useText } from '../text';
import { useNotice } from '../use-notice';
import { useWatched } from '../use-watched';
import { addressOfChoice, type Choice } from './choice';
import { Foot, type View } from './foot';
import { Keys } from './keys';
import { ListsView } from './lists-view';
import { PapersView } from './papers-view';
import { SearchBox } from './search-box';
import { idsIn, SHOWN_OF_EACH } from './groups';
import { useFocus } from './use-focus';
import { useKeys } from './use-keys';
import { useSavedAmong } from './use-saved-among';
import { useSearch } from './use-search';

export type PopupProps = {
  reader: Reader;
  /** Null while it is not known. */
  status: CorpusStatus | null;
  /** Undefined while it is not known, null where the active tab shows no paper. */
  tabPaper: Paper | null | undefined;
  /** False when the reader took back the access to arXiv's pages. */
  hasAccess: boolean;
  search: (query: string, signal: AbortSignal) => Promise<Findings>;
  idOf: (query: string) => VersionedId | undefined;
  onOpen: (address: string, where: Where) => void;
  onRetryImport: () => void;
  /** Opens everything anew: a database that was refused is asked again. */
  onReload: () => void;
  onAskAccess: () => void;
  factsOf: (paper: Paper) => StatedFacts;
  /** Opens the panel beside this tab's page. */
  onOpenBeside: () => void;
  onOpenLibrary: () => void;
};

/** The whole popup: one search box, this tab's paper, and the reading lists. */
export function Popup(props: PopupProps) {
  const { reader, status, tabPaper, onOpen } = props;
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [view, setView] = useState<View>('papers');
  const [keysShown, setKeysShown] = useState(false);
  const { notice, acts, dismiss } = useNotice();
  // First what the first picture needs: databases answer in turn.
  const entries = useWatched('recent', reader.recent(SHOWN_OF_EACH + 1));
  const tabSaved = useWatched<SavedPaper | null>(
    tabPaper?.id ?? 'none',
    tabPaper ? reader.entry(tabPaper.id) : NOT_SAVED,
  ).value;
  const isDrawn = entries.value !== undefined || entries.trouble !== undefined;
  const lists = useWatched(isDrawn ? 'lists' : 'later', isDrawn ? reader.lists : NOT_YET);
  const open = useCallback(
    (choice: Choice, where: Where) => onOpen(addressOfChoice(choice), where),
    [onOpen],
  );
  const found = useSearch({
    search: props.search,
    idOf: props.idOf,
    entries: entries.value ?? NO_ENTRIES,
    above: tabPaper?.id,
    onOpen: open,
  });
  const savedIds = useSavedAmong(reader, [...idsIn(found.groups), ...(tabPaper ? [tabPaper.id] : [])]);

  const toggleSaved = (choice: Choice | undefined) => {
    const paper = choice === undefined ? tabPaper : choice.kind === 'paper' ? choice.finding.paper : null;
    if (!paper) return;
    if (savedIds.has(paper.id)) acts.undoable(text('library_removed'), () => reader.unsave(paper.id));
    else acts.attempt(() => reader.save(paper));
  };
  const showKeys = (shown: boolean) => {
    setKeysShown(shown);
    if (!shown) field.current?.focus();
  };
  useFocus(field);
  useKeys({
    field,
    keysShown,
    onFocusSearch: () => setView('papers'),
    onSave: () => toggleSaved(view === 'papers' ? found.chosen : undefined),
    onKeys: () => showKeys(!keysShown),
  });

  return (
    <div class="popup">
      <header>
        <h1 class="visually-hidden">{text('extension_name')}</h1>
        <SearchBox
          field={field}
          query={found.query}
          count={view === 'papers' && !keysShown ? found.count : 0}
          active={found.active}
          onQuery={(query) => {
            setView('papers');
            setKeysShown(false);
            found.setQuery(query);
          }}
          onMove={found.setActive}
          onEnter={(event) => found.enter(event.ctrlKey || event.metaKey ? 'behind' : 'front')}
        />
      </header>
      <main class="popup-main">
        {!props.hasAccess && (
          <AdviceNotice
            advice={{ what: text('popup_no_access'), todo: text('popup_no_access_todo') }}
            act={text('popup_ask_access')}
            onAct={props.onAskAccess}
          />
        )}
        {keysShown ? (
          <Keys onClose={() => showKeys(false)} />
        ) : view === 'lists' ? (
          <ListsView
            lists={lists.value}
            reader={reader}
            acts={acts}
            onOpen={({ paper }, where) => onOpen(addressOf(paper), where)}
          />
        ) : (
          <PapersView
            found={found}
            status={status}
            trouble={lists.trouble ?? entries.trouble}
            tabPaper={tabPaper}
            tabSaved={tabPaper ? tabSaved : null}
            entries={entries.value}
            lists={lists.value ?? NO_ENTRIES}
            savedIds={savedIds}
            reader={reader}
            acts={acts}
            onOpen={open}
            onToggleSaved={toggleSaved}
            onRetryImport={status?.code === 'refused' ? props.onReload : props.onRetryImport}
            onReload={props.onReload}
            factsOf={props.factsOf}
            onOpenBeside={props.onOpenBeside}
          />
        )}
      </main>
      <NoticeBar notice={notice} onDismiss={dismiss} onUndo={acts.takeBack} />
      <Foot
        view={view}
        status={status}
        found={found}
        onView={(chosen) => {
          setView(chosen);
          setKeysShown(false);
        }}
        onKeys={() => showKeys(!keysShown)}
        onOpenLibrary={props.onOpenLibrary}
      />
    </div>
  );
}

const NO_ENTRIES: readonly never[] = [];
const NOT_SAVED: Watch<null> = () => () => undefined;
const NOT_YET: Watch<never> = () => () => undefined;
