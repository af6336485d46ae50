import type { Paper } from './paper';

/**
 * What is known of a paper once it was met again: the newer copy wins in what it knows, and an older
 * version of the paper only fills gaps. So does the paper's own text beside arXiv's record of it.
 */
export function mergePaper(known: Paper, met: Paper): Paper {
  if (known.fromText !== met.fromText)
    return known.fromText ? withTextOf(met, known) : withTextOf(known, met);
  const isOlder = known.version !== null && met.version !== null && met.version < known.version;
  const isNewer = known.version !== null && met.version !== null && met.version > known.version;
  const [base, over] = isOlder ? [met, known] : [known, met];
  return {
    id: known.id,
    version: over.version ?? base.version,
    title: over.title || base.title,
    ...(over.fromText ? { fromText: true } : {}),
    ...authorsOf(over, base),
    abstract: over.abstract ?? base.abstract,
    comments: over.comments ?? base.comments,
    journalRef: over.journalRef ?? base.journalRef,
    reportNo: over.reportNo ?? base.reportNo,
    doi: over.doi ?? base.doi,
    categories: fuller(over.categories, base.categories),
    mscClass: over.mscClass ?? base.mscClass,
    acmClass: over.acmClass ?? base.acmClass,
    submitted: over.submitted ?? base.submitted,
    versions: met.versions.length >= known.versions.length ? met.versions : known.versions,
    // A listing cannot tell that a paper was withdrawn, so only a newer version takes it back.
    withdrawn: met.withdrawn || (known.withdrawn && !isNewer),
  };
}

/** What arXiv's record leaves out, from the text. Names may be affiliations there: they count only behind known ones. */
function withTextOf(record: Paper, text: Paper): Paper {
  const filled = withGapsFilled(record, text);
  const isAsKnown = record.authors.every((name, at) => name === text.authors[at]);
  const { authors, hasMoreAuthors } = record;
  return isAsKnown ? filled : { ...filled, authors, ...(hasMoreAuthors ? { hasMoreAuthors } : {}) };
}

type Authors = Pick<Paper, 'authors' | 'hasMoreAuthors'>;

/** A list that names all authors takes the place of one that does not; else the first counts. */
function authorsOf(first: Authors, second: Authors): Authors {
  if (isPart(first) !== isPart(second)) return { authors: (isPart(first) ? second : first).authors };
  const authors = fuller(first.authors, second.authors);
  return isPart(first) && authors.length > 0 ? { authors, hasMoreAuthors: true } : { authors };
}

/** An empty list is one that is not known. */
const isPart = ({ authors, hasMoreAuthors }: Authors) => hasMoreAuthors === true || authors.length === 0;

/** The first, unless it is the second cut short: a row of results shows only the first authors. */
function fuller(values: readonly string[], others: readonly string[]): readonly string[] {
  return values.every((value, index) => value === others[index]) ? others : values;
}

/** Known values stay; what was not known is taken from the other. */
export function withGapsFilled(known: Paper, other: Paper): Paper {
  const isGap = (value: unknown) =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const gaps = Object.entries(other).filter(([field, value]) => {
    return !isGap(value) && isGap(known[field as keyof Paper]);
  });
  const authors = authorsOf(known, other);
  const filled = { ...known, ...Object.fromEntries(gaps), ...authors };
  if (!authors.hasMoreAuthors) delete filled.hasMoreAuthors;
  return filled;
}
