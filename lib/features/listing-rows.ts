import type { PaperId } from '@/lib/core/paper-id';
import { namedBy, onlyMatch } from '@/lib/page/fields';
import { LIST } from '@/lib/page/selectors';
import { isParsed } from './parsing';

/** A row's two elements, and the id its link names: cheap to know of all rows at once. */
export type RowPlace = { id: PaperId; dt: Element; dd: Element };

/**
 * Rows of a listing as the parser leaves them behind. Each call gives those that have come since
 * the last; a row that is not as expected is passed over.
 */
export function rowsAsParsed(document: Document): (ended: boolean) => RowPlace[] {
  let known = 0;
  return (ended) => {
    const places: RowPlace[] = [];
    const entries = document.querySelectorAll(LIST.entry.css);
    for (; known < entries.length; known += 1) {
      const dt = entries[known];
      const dd = dt?.nextElementSibling;
      if (!dt || (!ended && !(dd && isParsed(dd, ended)))) break;
      const id = namedBy(onlyMatch(dt, LIST.link.css))?.id;
      if (id !== undefined && dd?.tagName === 'DD') places.push({ id, dt, dd });
    }
    return places;
  };
}
