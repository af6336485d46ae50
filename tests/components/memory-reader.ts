import type {
  DeletedRow,
  EarlierValues,
  NoteDraft,
  NoteShown,
  NoteStored,
  Reader,
  SavedPaper,
  Trouble,
  Undo,
  Watch,
} from '@/components/shown';
import type { Paper, PaperSummary } from '@/lib/core/paper';
import { parsePaperId, type PaperId } from '@/lib/core/paper-id';
import type { EntryMove, ListId } from '@/lib/core/reading';

type List = { id: ListId; name: string };
type State = { lists: readonly List[]; entries: readonly SavedPaper[] };

/** A reader's library in memory: the port of the components, kept by the simplest means. */
export class MemoryReader implements Reader {
  private watchers = new Set<() => void>();
  private made = 0;
  /** When set, every change is refused and every watch ends with it. */
  trouble: Trouble | null = null;
  /** When false, what was done cannot be taken back any more. */
  canUndo = true;

  constructor(private state: State = { lists: [], entries: [] }) {}

  lists = this.watch(({ lists, entries }) =>
    lists.map((list) => ({
      ...list,
      papers: entries.filter((entry) => entry.lists.includes(list.id)).length,
    })),
  );
  savedAmong = (ids: readonly PaperId[]) =>
    this.watch(
      ({ entries }) => new Set(entries.map(({ paper }) => paper.id).filter((id) => ids.includes(id))),
    );
  savedCount = this.watch(({ entries }) => entries.length);
  entries = (list: ListId | null) =>
    this.watch(({ entries }) => entries.filter((entry) => list === null || entry.lists.includes(list)));
  recent = (each: number) =>
    this.watch(({ entries }) => {
      const waiting = entries.filter(({ status }) => status === 'to-read').slice(0, each);
      const others = entries.filter(({ status }) => status !== 'to-read').slice(0, each);
      return entries.filter((entry) => waiting.includes(entry) || others.includes(entry));
    });
  /** What the tests put there. */
  deletedRows: readonly DeletedRow[] = [];
  duplicateGroups: readonly (readonly PaperId[])[] = [];
  earlierValues = new Map<PaperId, readonly EarlierValues[]>();
  private notes = new Map<PaperId, NoteShown>();
  private drafts = new Map<PaperId, NoteDraft>();
  noteDrafts = {
    read: (id: PaperId) => this.drafts.get(id) ?? null,
    keep: (id: PaperId, draft: NoteDraft) => void this.drafts.set(id, draft),
    forget: (id: PaperId) => void this.drafts.delete(id),
  };
  deleted = this.watch(() => this.deletedRows);
  duplicates = this.watch(() => this.duplicateGroups);
  earlier = (id: PaperId) => this.watch(() => this.earlierValues.get(id) ?? []);
  tags = this.watch(({ entries }) => {
    const all = entries.flatMap(({ tags }) => tags);
    return [...new Set(all)].sort().map((tag) => ({ tag, papers: all.filter((one) => one === tag).length }));
  });
  note = (id: PaperId) => this.watch(() => this.notes.get(id) ?? { text: '', revision: 0, changedAt: 0 });
  entry = (id: PaperId) => this.watch(({ entries }) => entries.find(({ paper }) => paper.id === id) ?? null);

  createList = async (name: string) => {
    const id = `list-${++this.made}` as ListId;
    await this.change(({ lists, entries }) => ({ lists: [...lists, { id, name }], entries }));
    return id;
  };
  renameList = (id: ListId, name: string) =>
    this.change(({ lists, entries }) => ({
      lists: lists.map((list) => (list.id === id ? { ...list, name } : list)),
      entries,
    }));
  deleteList = (id: ListId) =>
    this.undoable(({ lists, entries }) => ({
      lists: lists.filter((list) => list.id !== id),
      entries: entries.map((entry) => ({ ...entry, lists: entry.lists.filter((list) => list !== id) })),
    }));
  save = (saved: Paper | PaperSummary, list?: ListId) =>
    this.change(({ lists, entries }) => {
      const known = entries.find(({ paper }) => paper.id === saved.id);
      const into = list ?? lists[0]?.id;
      const inLists = new Set([...(known?.lists ?? []), ...(into === undefined ? [] : [into])]);
      const entry = known ?? {
        paper: wholePaper(saved),
        status: 'to-read' as const,
        savedAt: Date.UTC(2026, 10, 23),
        ...NOTHING_MADE,
      };
      return {
        lists,
        entries: [{ ...entry, lists: [...inLists] }, ...entries.filter((one) => one !== known)],
      };
    });
  unsave = (ids: PaperId | readonly PaperId[]) =>
    this.undoable(({ lists, entries }) => ({
      lists,
      entries: entries.filter(({ paper }) => !listOf(ids).includes(paper.id)),
    }));
  removeFrom = (list: ListId, ids: PaperId | readonly PaperId[]) =>
    this.undoable(eachOf(ids, (entry) => ({ ...entry, lists: entry.lists.filter((one) => one !== list) })));
  addTo = (list: ListId, ids: readonly PaperId[]) =>
    this.undoable(eachOf(ids, (entry) => ({ ...entry, lists: [...new Set([...entry.lists, list])] })));
  moveList = (id: ListId, before: ListId | null) =>
    this.change(({ lists, entries }) => {
      const others = lists.filter((list) => list.id !== id);
      const at = before === null ? others.length : others.findIndex((list) => list.id === before);
      const moved = lists.filter((list) => list.id === id);
      return { lists: [...others.slice(0, at), ...moved, ...others.slice(at)], entries };
    });
  /** Keeps one order for all lists, which is enough for a test that has one. */
  moveEntries = (ids: readonly PaperId[], { from, to, before }: EntryMove) =>
    this.undoable(({ lists, entries }) => {
      const isMoved = ({ paper }: SavedPaper) => ids.includes(paper.id);
      const others = entries.filter((entry) => !isMoved(entry));
      const at = before === null ? others.length : others.findIndex(({ paper }) => paper.id === before);
      const moved = entries.filter(isMoved).map((entry) => ({
        ...entry,
        lists: [...new Set([...entry.lists.filter((list) => list !== from), to])],
      }));
      return { lists, entries: [...others.slice(0, at), ...moved, ...others.slice(at)] };
    });
  setStatusOf = (ids: readonly PaperId[], status: SavedPaper['status']) =>
    this.undoable(eachOf(ids, (entry) => ({ ...entry, status })));
  addTag = (ids: readonly PaperId[], tag: string) =>
    this.undoable(eachOf(ids, (entry) => ({ ...entry, tags: [...new Set([...entry.tags, tag])] })));
  removeTag = (ids: readonly PaperId[], tag: string) =>
    this.undoable(eachOf(ids, (entry) => ({ ...entry, tags: entry.tags.filter((one) => one !== tag) })));
  renameTag = (from: string, to: string) =>
    this.undoable(({ lists, entries }) => ({
      lists,
      entries: entries.map((entry) => ({
        ...entry,
        tags: [...new Set(entry.tags.map((tag) => (tag === from ? to : tag)))],
      })),
    }));
  saveNote = async (id: PaperId, text: string, basedOn: number): Promise<NoteStored> => {
    const now = this.notes.get(id) ?? { text: '', revision: 0, changedAt: 0 };
    if (this.trouble === null && now.revision !== basedOn) return { saved: false, theirs: now };
    const revision = now.revision + 1;
    await this.change((state) => {
      const changedAt = Date.UTC(2026, 10, 23);
      const before = now.text === '' ? [] : [{ until: changedAt + revision, text: now.text }];
      this.notes.set(id, { text, revision, changedAt, earlier: [...(now.earlier ?? []), ...before] });
      return state;
    });
    return { saved: true, revision };
  };
  merge = (kept: PaperId, others: readonly PaperId[]) => this.unsave(others.filter((id) => id !== kept));
  setStatus = (id: PaperId, status: SavedPaper['status']) =>
    this.change(({ lists, entries }) => ({
      lists,
      entries: entries.map((entry) => (entry.paper.id === id ? { ...entry, status } : entry)),
    }));

  private watch<T>(read: (state: State) => T): Watch<T> {
    return (next, failed) => {
      const tell = () => (this.trouble === null ? next(read(this.state)) : failed(this.trouble));
      this.watchers.add(tell);
      queueMicrotask(tell);
      return () => this.watchers.delete(tell);
    };
  }

  private async change(step: (state: State) => State): Promise<void> {
    if (this.trouble !== null) throw new Error(this.trouble);
    this.state = step(this.state);
    for (const tell of this.watchers) tell();
  }

  private async undoable(step: (state: State) => State): Promise<Undo> {
    const before = this.state;
    await this.change(step);
    return async () => {
      await this.change(() => before);
      return this.canUndo;
    };
  }
}

/** What the reader has made of a paper that was only saved. */
export const NOTHING_MADE = { tags: [], note: '', key: 'anon' } as const;

const listOf = (ids: PaperId | readonly PaperId[]): readonly PaperId[] =>
  typeof ids === 'string' ? [ids] : ids;

function eachOf(ids: PaperId | readonly PaperId[], change: (entry: SavedPaper) => SavedPaper) {
  return ({ lists, entries }: State): State => ({
    lists,
    entries: entries.map((entry) => (listOf(ids).includes(entry.paper.id) ? change(entry) : entry)),
  });
}

/** An id that is known to be one. */
function paperId(text: string): PaperId {
  const id = parsePaperId(text);
  if (id === undefined) throw new Error(`no arXiv id: ${text}`);
  return id;
}

/** A paper of which little is known, as the popup sees one. */
export function paperNamed(id: string, title: string, authors: readonly string[] = []): Paper {
  return wholePaper({
    id: paperId(id),
    title,
    authors,
    authorCount: authors.length,
    categories: ['cs.LG'],
    year: 2023,
  });
}

function wholePaper(paper: Paper | PaperSummary): Paper {
  if (!('authorCount' in paper)) return paper;
  const { id, title, authors, categories } = paper;
  const unknown = { abstract: null, comments: null, journalRef: null, reportNo: null, doi: null };
  const unclassed = { mscClass: null, acmClass: null, submitted: null, versions: [], withdrawn: false };
  return { id, version: null, title, authors, categories, ...unknown, ...unclassed };
}
