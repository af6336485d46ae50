import { Abstract } from '../paper-detail/abstract';
import { Authors } from '../paper-detail/authors';
import { DetailTitle } from '../paper-detail/detail-title';
import { EarlierLines } from '../paper-detail/earlier-lines';
import { KeptLines } from '../paper-detail/kept-lines';
import { StatusRadios } from '../paper-detail/status-radios';
import { NoteField } from '../note/note-field';
import { ListChoice } from '../list-choice';
import type { ListRow, Reader, SavedPaper, TagRow } from '../shown';
import { TagsField } from '../tags-field';
import { useText } from '../text';
import type { Acts } from '../use-notice';

type Props = {
  entry: SavedPaper;
  /** The list it is seen in; null for all that are saved. */
  list: ListRow | null;
  lists: readonly ListRow[];
  /** All that are in use. */
  tags: readonly TagRow[];
  reader: Reader;
  acts: Acts;
  onRemoveFromList: () => void;
};

/** All that is kept of one saved paper, and what can be done with it. */
export function Detail({ entry, list, lists, tags, reader, acts, onRemoveFromList }: Props) {
  const text = useText();
  const { paper } = entry;
  return (
    <article class="detail">
      <DetailTitle paper={paper} />
      <Authors {...paper} />
      {paper.withdrawn && <p class="withdrawn">{text('library_withdrawn')}</p>}
      <StatusRadios
        status={entry.status}
        onChoose={(status) => acts.attempt(() => reader.setStatus(paper.id, status))}
      />
      <ListChoice
        lists={lists}
        chosen={entry.lists}
        onToggle={(to, chosen) =>
          chosen
            ? acts.attempt(() => reader.save(paper, to))
            : acts.undoable(text('library_removed_from_list'), () => reader.removeFrom(to, paper.id))
        }
        onCreate={(name) => acts.attempt(async () => reader.save(paper, await reader.createList(name)))}
      />
      <TagsField
        tags={entry.tags}
        known={tags.map(({ tag }) => tag)}
        onAdd={(tag) => acts.attempt(() => reader.addTag([paper.id], tag))}
        onRemove={(tag) =>
          acts.undoable(text('tags_removed', { tag }), () => reader.removeTag([paper.id], tag))
        }
      />
      <NoteField id={paper.id} reader={reader} />
      <KeptLines paper={paper} savedAt={entry.savedAt} />
      {paper.abstract !== null && <Abstract abstract={paper.abstract} />}
      <EarlierLines id={paper.id} reader={reader} />
      <div class="detail-acts">
        {list !== null && (
          <button type="button" class="button" onClick={onRemoveFromList}>
            {text('library_remove_from_list')}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => acts.undoable(text('library_removed'), () => reader.unsave(paper.id))}
        >
          {text('library_remove')}
        </button>
      </div>
    </article>
  );
}
