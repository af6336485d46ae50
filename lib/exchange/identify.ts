import { otherId } from '@/lib/core/other-work';
import { type PaperId, parseVersionedId, type VersionedId } from '@/lib/core/paper-id';
import { splitName } from '@/lib/core/person-name';
import { texToText } from '@/lib/core/tex';

const NAME_LENGTH = 200;
const ID = String.raw`(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,4})?`;
const IN_ADDRESS = new RegExp(
  String.raw`(?:arxiv\.org|alphaxiv\.org|scirate\.com|huggingface\.co\/papers)\/(?:[a-z]+\/)*?(${ID})(?![\w])`,
  'i',
);
const IN_DOI = new RegExp(String.raw`10\.48550\/arxiv\.(${ID})`, 'i');
const IN_WORDS = new RegExp(String.raw`(?:arxiv[\s:_-]*|corr\W+abs\/|abs\/)(${ID})(?![\w])`, 'i');

/** The arXiv paper that an address, a DOI or a reference in words is about. */
export function arxivIdIn(text: string): VersionedId | undefined {
  for (const pattern of [IN_DOI, IN_ADDRESS, IN_WORDS]) {
    const found = pattern.exec(text)?.[1];
    const id = found === undefined ? undefined : parseVersionedId(found);
    if (id) return id;
  }
  return undefined;
}

const BARE_ID = new RegExp(ID, 'i');
const IN_REFERENCE = /^(?:arxiv|preprint|e-?print|id|identifier|abs|pdf|https?|www|export|org|)$/i;

/** The same of a text that is a reference to a paper of arXiv and nothing else. */
export function arxivReference(text: string): VersionedId | undefined {
  if (text.length > 200) return undefined;
  const rest = text.replace(/\[[a-z-]+(?:\.[a-z-]+)?\]/i, ' ').replace(BARE_ID, ' ');
  const isReference = rest.split(/[^\p{L}\p{N}-]+/u).every((word) => IN_REFERENCE.test(word));
  return isReference ? arxivIdIn(text) : undefined;
}

export type Named = { doi: string | null; url: string | null; title: string; authors: readonly string[] };

/** The id of a work that is not on arXiv, from what names it best; the same whatever file it comes from. */
export function idOfOther({ doi, url, title, authors }: Named): PaperId | undefined {
  if (doi !== null && doi !== '') return named('doi', doi.toLowerCase());
  const letters = lettersOf(texToText(title));
  if (letters !== '') return named('title', `${letters}:${lettersOf(splitName(authors[0] ?? '').family)}`);
  return url === null || url === '' ? undefined : named('url', url);
}

const named = (kind: string, name: string) => otherId(`${kind}:${name.slice(0, NAME_LENGTH)}`);

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A DOI without the address of its resolver. */
export function bareDoi(text: string): string | null {
  const doi = text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return /^10\.\d[\d.]*\/\S+$/.test(doi) ? doi : null;
}
