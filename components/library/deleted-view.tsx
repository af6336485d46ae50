import { texToText } from '@/lib/core/tex';
import { clipped, countText, momentText } from '../format';
import type { DeletedRow, Reader } from '../shown';
import type { Text } from '../make-text';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';

const LONGEST_NAME = 160;

type Props = { reader: Reader; acts: Acts };

/** What was deleted or brought in from files in the last 30 days, each to be taken back. */
export function DeletedView({ reader, acts }: Props) {
  const text = useText();
  const rows = useWatched('deleted', reader.deleted).value;
  return (
    <section class="pane pane-wide" aria-label={text('library_deleted')}>
      <header class="view-intro">
        <h2 class="list-title">{text('library_deleted')}</h2>
        <p>{text('deleted_intro')}</p>
      </header>
      {rows?.length === 0 && <p class="teach">{text('deleted_none')}</p>}
      <ul class="deleted-rows">
        {rows?.map((row) => (
          <li key={row.token} class="deleted-row">
            <div class="deleted-words">
              <p class="deleted-what">{whatText(text, row)}</p>
              <p class="deleted-names">
                {row.names.map((name) => (
                  <bdi key={name}>{clipped(texToText(name), LONGEST_NAME)}</bdi>
                ))}
              </p>
              <p class="deleted-until">
                {text(row.kind === 'import' ? 'deleted_import_when' : 'deleted_when', {
                  ...{ day: momentText(row.at), until: momentText(row.until) },
                })}
              </p>
            </div>
            <button type="button" class="button" onClick={() => acts.takeBack(row.restore)}>
              {row.kind === 'import' ? text('library_undo') : text('deleted_restore')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whatText(text: Text, { kind, count, list }: DeletedRow): string {
  const shown = countText(count);
  if (kind === 'import') return text('deleted_import', { count: shown });
  if (kind === 'tag') return count === 1 ? text('deleted_tag') : text('deleted_tag_of', { count: shown });
  if (kind === 'watch') return text('deleted_watch');
  if (kind === 'lists') return text('deleted_list');
  if (kind === 'papers')
    return count === 1 ? text('deleted_paper') : text('deleted_papers', { count: shown });
  return text('deleted_entries', { count: shown, list: list ?? '' });
}
