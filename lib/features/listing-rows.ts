import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import { namedBy, onlyMatch } from '@/lib/page/fields';
import { readList } from '@/lib/page/read-list';
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

/**
 * Reads rows one at a time: two thousand are not read for the ten that are in view. `readList` reads
 * documents, so a row is read from one of its own, in which nothing runs and nothing is laid out.
 */
export function rowReader(document: Document): (place: RowPlace) => Paper | undefined {
  const alone = document.implementation.createHTMLDocument('');
  const page = alone.createElement('div');
  page.id = 'dlpage';
  const list = alone.createElement('dl');
  page.append(list);
  alone.body.append(page);
  return ({ id, dt, dd }) => {
    list.replaceChildren(alone.importNode(dt, true), alone.importNode(dd, true));
    const paper = readList(alone)[0]?.paper;
    return paper?.id === id ? paper : undefined;
  };
}
