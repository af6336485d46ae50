import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, Status } from '@/lib/core/reading';
import type { UndoToken } from '@/lib/library';

type Membership = { list: ListId; paper: PaperId };
type Deletion =
  | { kind: 'list'; list: ListId; hidden: Membership[] }
  | { kind: 'paper'; paper: PaperId; hidden: Membership[] }
  | { kind: 'entry'; hidden: Membership[] };

/**
 * The library as a few arrays: a membership is in sight unless a deletion that was not undone
 * covers it. Says false where the library refuses.
 */
export class OracleLibrary {
  private lists: { id: ListId; name: string }[] = [];
  private memberships: Membership[] = [];
  private papers = new Map<PaperId, Status>();
  private deletions = new Map<UndoToken, Deletion>();

  createList(id: ListId, name: string): void {
    this.lists.push({ id, name });
  }

  rename(id: ListId, name: string): boolean {
    const list = this.liveList(id);
    if (list) list.name = name;
    return list !== undefined;
  }

  deleteList(list: ListId, token: UndoToken): boolean {
    if (!this.liveList(list)) return false;
    const hidden = this.memberships.filter((membership) => membership.list === list);
    this.deletions.set(token, { kind: 'list', list, hidden });
    return true;
  }

  save(paper: PaperId, list: ListId | undefined, made: ListId | undefined): boolean {
    if (list && !this.liveList(list)) return false;
    const isSaved = this.isSaved(paper);
    if (!isSaved) this.revive(paper);
    if (made) this.createList(made, 'Reading list');
    const isNew = !isSaved && !this.memberships.some((row) => row.paper === paper && this.isShown(row));
    const target = list ?? (isNew ? this.liveLists()[0]?.id : undefined);
    if (target) this.add(target, paper);
    return true;
  }

  unsave(paper: PaperId, token: UndoToken): boolean {
    if (!this.isSaved(paper)) return false;
    const hidden = this.memberships.filter((membership) => membership.paper === paper);
    this.deletions.set(token, { kind: 'paper', paper, hidden });
    return true;
  }

  removeFrom(list: ListId, paper: PaperId, token: UndoToken): boolean {
    if (!this.liveList(list) || !this.isSaved(paper)) return false;
    const hidden = this.memberships.filter((other) => other.list === list && other.paper === paper);
    this.deletions.set(token, { kind: 'entry', hidden });
    return true;
  }

  setStatus(paper: PaperId, status: Status): boolean {
    if (!this.isSaved(paper)) return false;
    this.papers.set(paper, status);
    return true;
  }

  undo(token: UndoToken): boolean {
    return this.deletions.delete(token);
  }

  seen() {
    const lists = this.liveLists();
    const inList = (list: ListId) => this.memberships.filter((row) => row.list === list && this.isShown(row));
    const saved = [...this.papers].filter(([paper]) => this.isSaved(paper));
    return {
      lists: lists.map(({ id, name }) => ({ id, name, papers: inList(id).length })),
      entries: lists.map(({ id }) => inList(id).map(({ paper }) => paper)),
      saved: Object.fromEntries(
        saved.map(([paper, status]) => [
          paper,
          {
            status,
            lists: lists.map(({ id }) => id).filter((id) => inList(id).some((row) => row.paper === paper)),
          },
        ]),
      ),
    };
  }

  /** A paper saved anew: its unsaving is undone. */
  private revive(paper: PaperId): void {
    if (!this.papers.has(paper)) this.papers.set(paper, 'to-read');
    for (const [token, deletion] of this.deletions) {
      if (deletion.kind === 'paper' && deletion.paper === paper) this.deletions.delete(token);
    }
  }

  private add(list: ListId, paper: PaperId): void {
    const existing = this.memberships.find((row) => row.list === list && row.paper === paper);
    if (existing && this.isShown(existing)) return;
    this.memberships = [{ list, paper }, ...this.memberships.filter((row) => row !== existing)];
  }

  private isShown(membership: Membership): boolean {
    return ![...this.deletions.values()].some(({ hidden }) => hidden.includes(membership));
  }

  private liveLists() {
    return this.lists.filter(
      ({ id }) => ![...this.deletions.values()].some((gone) => gone.kind === 'list' && gone.list === id),
    );
  }

  private liveList(id: ListId) {
    return this.liveLists().find((list) => list.id === id);
  }

  private isSaved(paper: PaperId): boolean {
    if (!this.papers.has(paper)) return false;
    return ![...this.deletions.values()].some((gone) => gone.kind === 'paper' && gone.paper === paper);
  }
}
