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
