import { bylineOf } from '@/components/page/related-rows';
import { clipped } from '@/components/format';
import type { Text } from '@/components/make-text';
import type { Paper, PaperSummary } from '@/lib/core/paper';
import { parseVersionedId, type PaperId } from '@/lib/core/paper-id';
import type { PaperCard, Reference } from '@/lib/core/shown';
import { texToText } from '@/lib/core/tex';
import type { Corpus } from '@/lib/corpus';
import type { Library } from '@/lib/library';
import { detectPage } from '@/lib/page/detect';
import { summaryOf as summaryInRecord } from '@/lib/search';
import { cardFacts } from './card-facts';
import { lettersOf, names } from './reference-title';

type Needs = { library: Library; corpus: Corpus; text: Text };

const LONGEST_TITLE = 200;
/** Titles of fewer letters than this are found in references to other works. */
const TELLING = 20;
const WORDS_ASKED = 30;
const NAMED =
  /arxiv[:./\s]*(?:(?:abs|pdf|html)\/)?((?:[a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)/i;
const ARXIV_DOI = /10\.48550\/arxiv\.(\S+?)(?=[\s,;)\]}]|\.?$)/i;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)\]}]/;

/** What is known here of the papers that links and references name, in their order; null of all others. */
export async function cardsOf(
  needs: Needs,
  references: readonly Reference[],
  byTitle: boolean,
): Promise<(PaperCard | null)[]> {
  const { library } = needs;
  const ids = await Promise.all(references.map((one) => idOf(needs, one, byTitle)));
  const known = [...new Set(ids.filter((id) => id !== undefined))];
  const saved = await library.saved(known);
  const cards = new Map<PaperId, PaperCard>();
  for (const id of known) {
    const card = await cardOf(needs, id, saved.has(id));
    if (card) cards.set(id, card);
  }
  return ids.map((id) => (id === undefined ? null : (cards.get(id) ?? null)));
}

/** By arXiv id, then DOI, then exact title: never by likeness. */
async function idOf(
  { corpus }: Needs,
  { text, links }: Reference,
  byTitle: boolean,
): Promise<PaperId | undefined> {
  for (const link of links) {
    const page = URL.canParse(link) ? detectPage(new URL(link)) : undefined;
    if (page && 'id' in page) return page.id;
  }
  const words = [text, ...links].join(' ');
  const named = NAMED.exec(words)?.[1] ?? ARXIV_DOI.exec(words)?.[1];
  const id = named === undefined ? undefined : parseVersionedId(named)?.id;
  if (id !== undefined) return id;
  const doi = DOI.exec(words)?.[0];
  if (doi !== undefined) {
    const { hits } = await corpus.search(doi, { limit: 1 });
    if (hits[0]?.why.includes('DOI')) return hits[0].paper.id;
  }
  return byTitle ? idByTitle(corpus, text) : undefined;
}

async function idByTitle(corpus: Corpus, text: string): Promise<PaperId | undefined> {
  const said = lettersOf(text);
  const query = said.split(' ').slice(0, WORDS_ASKED).join(' ');
  if (query.length < TELLING) return undefined;
  const { hits } = await corpus.search(query, { limit: 5 });
  const named = hits.filter(({ paper }) => {
    const title = texToText(paper.title);
    return lettersOf(title).length >= TELLING && names(text, title, paper.authors);
  });
  // Two papers of one title: which of them is meant, nobody can say.
  return named.length === 1 ? named[0]?.paper.id : undefined;
}

async function cardOf(
  { library, corpus, text }: Needs,
  id: PaperId,
  saved: boolean,
): Promise<PaperCard | null> {
  const whole = (await library.entry(id))?.paper ?? (await corpus.met(id));
  // A copy without its abstract says less of the paper than the dataset does.
  const record = whole && whole.abstract !== null ? undefined : (await corpus.records([id])).get(id);
  const summary = whole ? summaryOf(whole) : record && summaryInRecord(record);
  if (!summary) return null;
  return {
    id,
    title: clipped(texToText(summary.title), LONGEST_TITLE),
    byline: bylineOf(summary, text),
    ...cardFacts(whole, record, text),
    saved,
  };
}

/** Ids say the year and month they were given. */
function summaryOf(paper: Paper): PaperSummary {
  const { id, title, authors, categories, submitted } = paper;
  const [, two = '00'] = /(\d\d)\d\d[.\d]/.exec(id) ?? [];
  const year =
    submitted === null ? Number(two) + (Number(two) > 90 ? 1900 : 2000) : Number(submitted.slice(0, 4));
  const authorCount = paper.hasMoreAuthors ? null : authors.length;
  return { id, title, authors, authorCount, categories, year };
}
