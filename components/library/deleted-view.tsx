import { texToText } from '@/lib/core/tex';
import { clipped, countText, momentText } from '../format';
import type { DeletedRow, Reader } from '../shown';
import type { Text } from '../make-text';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { useWatched } from '../use-watched';

const LONGEST_NAME = 160;

type Props = { reader: Reader; acts: Acts };

/** What was deleted in the last 30 days, each to be brought back. */
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
                {text('deleted_when', { day: momentText(row.at), until: momentText(row.until) })}
              </p>
            </div>
            <button type="button" class="button" onClick={() => acts.takeBack(row.restore)}>
              {text('deleted_restore')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whatText(text: Text, { kind, count, list }: DeletedRow): string {
  const shown = countText(count);
  if (kind === 'lists') return text('deleted_list');
  if (kind === 'papers')
    return count === 1 ? text('deleted_paper') : text('deleted_papers', { count: shown });
  return text('deleted_entries', { count: shown, list: list ?? '' });
}
