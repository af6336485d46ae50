import type { LibraryCopy } from '@/lib/core/library-copy';
import type { PaperId } from '@/lib/core/paper-id';

/** The names of the lists that each work of a copy is in. */
export function listedIn(copy: LibraryCopy): (id: PaperId) => readonly string[] {
  const names = new Map<PaperId, string[]>();
  for (const { name, entries } of copy.lists) {
    for (const { id } of entries) {
      const known = names.get(id);
      if (known) known.push(name);
      else names.set(id, [name]);
    }
  }
  return (id) => names.get(id) ?? [];
}

/**
 * Where each work stands in these lists, in the same order, from 1 on; nothing where the order of the works in the
 * copy is that of every list anyway.
 */
export function placesIn(copy: LibraryCopy): (id: PaperId) => readonly number[] {
  const orders = new Map(copy.works.map(({ paper }, index) => [paper.id, index]));
  const places = new Map<PaperId, number[]>();
  let isAsWritten = true;
  for (const { entries } of copy.lists) {
    let last = -1;
    for (const [index, { id }] of entries.entries()) {
      const order = orders.get(id) ?? last;
      if (order < last) isAsWritten = false;
      last = order;
      places.set(id, [...(places.get(id) ?? []), index + 1]);
    }
  }
  return (id) => (isAsWritten ? [] : (places.get(id) ?? []));
}
