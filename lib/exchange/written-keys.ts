import { citationKey, keyGiver } from '@/lib/core/citation-key';
import type { Work } from '@/lib/core/library-copy';

/** What each work is cited by in one file: no key twice, and those that were given before those made here. */
export function writtenKeys(works: readonly Work[]): (work: Work) => string {
  const give = keyGiver(new Set());
  const keys = new Map<Work, string>();
  for (const work of works) if (work.key !== null) keys.set(work, give(work.key));
  for (const work of works) if (work.key === null) keys.set(work, give(citationKey(work.paper)));
  return (work) => keys.get(work) ?? citationKey(work.paper);
}
