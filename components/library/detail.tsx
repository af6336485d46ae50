import { categoryName } from '@/lib/core/categories';
import type { Paper } from '@/lib/core/paper';
import { type Status, STATUSES } from '@/lib/core/reading';
import { texToText } from '@/lib/core/tex';
import { clipped, countText, dayText, momentText } from '../format';
import { AwayIcon } from '../icons';
import { ListChoice } from '../list-choice';
import { addressOf, type ListRow, type Reader, type SavedPaper } from '../shown';
import { statusText } from '../status-choice';
import { useText } from '../text';
import type { Acts } from '../use-notice';

const LONGEST_FIELD = 6000;
const AUTHORS_SHOWN = 40;

type Props = {
  entry: SavedPaper;
  /** The list it is seen in; null for all that are saved. */
  list: ListRow | null;
  lists: readonly ListRow[];
  reader: Reader;
  acts: Acts;
  onRemoveFromList: () => void;
};

/** All that is kept of one saved paper, and what can be done with it. */
export function Detail({ entry, list, lists, reader, acts, onRemoveFromList }: Props) {
  const text = useText();
  const { paper } = entry;
  return (
    <article class="detail">
      <h2 class="detail-title">
        <a href={addressOf(paper.id)} target="_blank" rel="noreferrer">
          <bdi>{clipped(texToText(paper.title), LONGEST_FIELD)}</bdi>
          <AwayIcon />
        </a>
      </h2>
      <Authors authors={paper.authors} />
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
      <Facts paper={paper} savedAt={entry.savedAt} />
      {paper.abstract !== null && (
        <section>
          <h3 class="label">{text('library_abstract')}</h3>
          <p class="detail-abstract">
            <bdi>{clipped(texToText(paper.abstract), LONGEST_FIELD)}</bdi>
          </p>
        </section>
      )}
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

function Authors({ authors }: Pick<Paper, 'authors'>) {
  const text = useText();
  const more = authors.length - AUTHORS_SHOWN;
  return (
    <p class="detail-authors">
      {authors.slice(0, AUTHORS_SHOWN).map((name, at) => (
        <span key={at}>
          {at > 0 && ', '}
          <bdi>{clipped(texToText(name), 120)}</bdi>
        </span>
      ))}
      {more > 0 && ` ${text('library_more_authors', { count: countText(more) })}`}
    </p>
  );
}

function StatusRadios({ status, onChoose }: { status: Status; onChoose: (status: Status) => void }) {
  const text = useText();
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{text('library_status')}</legend>
      {STATUSES.map((one) => (
        <label key={one} class="segment">
          <input
            class="visually-hidden"
            type="radio"
            name="status"
            value={one}
            checked={one === status}
            onChange={() => onChoose(one)}
          />
          <span>{statusText(text, one)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the copy says beside title and abstract; a line is left out where it does not say. */
function Facts({ paper, savedAt }: { paper: Paper; savedAt: number }) {
  const text = useText();
  const [primary] = paper.categories;
  const lines: readonly [string, string | null][] = [
    [text('library_id'), `arXiv:${paper.id}`],
    [text('library_category'), primary === undefined ? null : `${categoryName(primary)} (${primary})`],
    [text('library_submitted'), paper.submitted === null ? null : dayText(paper.submitted)],
    [text('library_saved_on'), momentText(savedAt)],
    [text('library_comments'), paper.comments],
    [text('library_journal'), paper.journalRef],
    [text('library_doi'), paper.doi],
  ];
  return (
    <dl class="detail-facts">
      {lines.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{clipped(texToText(value), 600)}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
