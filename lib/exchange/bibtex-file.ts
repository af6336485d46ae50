import type { LibraryCopy, Work } from '@/lib/core/library-copy';
import { type Dialect, toBibtex } from './bibtex';
import { escapeTex } from './escape-tex';
import { listedIn, placesIn } from './listed-in';
import { writeStatus, writeTime } from './reader-fields';
import { writeTexLines } from './tex-field';
import type { WriteOptions } from './write-options';
import { writtenKeys } from './written-keys';

/** The works of a copy as a `.bib` file. What the reader made of them goes into the fields JabRef has for it. */
export function bibtexFile(copy: LibraryCopy, dialect: Dialect, { withMine }: WriteOptions): string {
  const listsOf = listedIn(copy);
  const placesOf = placesIn(copy);
  const keyOf = writtenKeys(copy.works);
  return copy.works
    .map((work) => {
      const citation = { key: keyOf(work), cited: work.cited };
      return toBibtex(work.paper, citation, dialect, [
        ['abstract', escapeTex(work.paper.abstract ?? '')],
        ...eprintFields(work, dialect),
        ...(withMine ? mineOf(work, listsOf(work.paper.id), placesOf(work.paper.id)) : []),
      ]);
    })
    .join('\n');
}

/** What arXiv says that neither BibTeX nor BibLaTeX has a field for, so that it is not lost where the file is read again. */
function eprintFields({ paper, cited }: Work, dialect: Dialect): [name: string, tex: string][] {
  const fields = cited?.fields ?? {};
  const hasDay = dialect === 'biblatex' && fields['year'] === undefined && fields['date'] === undefined;
  return [
    ['eprintjournalref', escapeTex(paper.journalRef ?? '')],
    ['eprintcomments', escapeTex(paper.comments ?? '')],
    ['eprintcategories', paper.categories.length < 2 ? '' : paper.categories.join(', ')],
    ['eprintdate', hasDay ? '' : (paper.submitted ?? '')],
  ];
}

function mineOf(
  work: Work,
  lists: readonly string[],
  places: readonly number[],
): [name: string, tex: string][] {
  return [
    ['keywords', separated(work.tags)],
    ['annote', writeTexLines(work.note)],
    ['groups', separated(lists)],
    ['groupplaces', places.join(', ')],
    ['readstatus', work.status === null ? '' : writeStatus(work.status)],
    ['creationdate', work.savedAt === null ? '' : writeTime(work.savedAt)],
  ];
}

const separated = (names: readonly string[]) =>
  names.map((name) => writeTexLines(name).replace(/[,;]/g, '\\$&')).join(', ');
