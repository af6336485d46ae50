/** Behind a title: its sentence or quote ends there, or its year comes. A colon goes on with the title. */
const ENDS =
  /^(?:$|\s*[.;?!"\u201d\u2019')\]]|\s*\n|\s*[([]|,?\s+(?:19|20)\d\d\b|,\s*(?:["\u201d\d\p{Lu}]|in\b|arxiv\b|vol|pp?\b))/u;
/** In front of it: a sentence, a year in brackets or a number ends there, or a quote begins. */
const BEGINS = /(?:^|[.;?!"\u201c\u201d\u2018()\]\n])\s*["\u201c\u2018]?\s*$/u;
const LISTED = /[,:]\s*$/;

/** Whether a reference gives just this title, not a longer one that holds it, and names its first author. */
export function names(reference: string, title: string, authors: readonly string[]): boolean {
  const families = authors.map((author) => lettersOf(author).split(' ').at(-1) ?? '');
  const [first = ''] = families;
  if (first === '' || !` ${lettersOf(reference)} `.includes(` ${first} `)) return false;
  const text = withoutMarks(reference).trim();
  const words = lettersOf(title).split(' ').join('[^\\p{L}\\p{N}]+');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(whole)].some(({ index, 0: said }) => {
    const before = text.slice(0, index);
    return (
      ENDS.test(text.slice(index + said.length)) && (BEGINS.test(before) || endsInAuthor(before, families))
    );
  });
}

/** `J. Hilton, J. Tang, Title`: behind a comma or colon a title begins only where the authors end. */
function endsInAuthor(before: string, families: readonly string[]): boolean {
  const last = lettersOf(before).split(' ').at(-1) ?? '';
  return LISTED.test(before) && (last === 'al' || families.includes(last));
}

const withoutMarks = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '');

/** Letters and digits alone, in small letters, one blank between words. */
export const lettersOf = (text: string): string =>
  withoutMarks(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
