import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import { type Dialect, toBibtex } from './bibtex';
import { escapeTex } from './escape-tex';
import { listedIn } from './listed-in';
import { writeStatus, writeTime } from './reader-fields';
import { writeTexLines } from './tex-field';
import type { WriteOptions } from './write-options';
import { writtenKeys } from './written-keys';

/** The works of a copy as a `.bib` file. What the reader made of them goes into the fields JabRef has for it. */
export function bibtexFile(copy: LibraryCopy, dialect: Dialect, { withMine }: WriteOptions): string {
  const listsOf = listedIn(copy);
  const keyOf = writtenKeys(copy.works);
  return copy.works
    .map((work) => {
      const citation = { key: keyOf(work), cited: work.cited };
      return toBibtex(work.paper, citation, dialect, [
        ['abstract', work.paper.abstract === null ? '' : escapeTex(work.paper.abstract)],
        ...(withMine ? mineOf(work, listsOf(work.paper.id)) : []),
      ]);
    })
    .join('\n');
}

function mineOf(work: Work, lists: readonly string[]): [name: string, tex: string][] {
  return [
    ['keywords', separated(work.tags)],
    ['annote', writeTexLines(work.note)],
    ['groups', separated(lists)],
    ['readstatus', work.status === null ? '' : writeStatus(work.status)],
    ['creationdate', work.savedAt === null ? '' : writeTime(work.savedAt)],
  ];
}

const separated = (names: readonly string[]) =>
  names.map((name) => writeTexLines(name).replace(/[,;]/g, '\\$&')).join(', ');
