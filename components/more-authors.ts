import { countText } from './format';
import type { Text } from './make-text';

/** What follows the names that are shown: how many more there are, or that there are others; nothing after the last. */
export function moreAuthors(text: Text, all: number | null, shown: number): string {
  if (all === null) return ` ${text('library_other_authors')}`;
  return all > shown ? ` ${text('library_more_authors', { count: countText(all - shown) })}` : '';
}
