import type { Evidence, Field, Link, LinkKind, Stated } from '@/lib/core/facts';
import { isAboutData } from './about-data';
import { BARE_HOSTS, HOST_KINDS } from './hosts';
import type { Fact, Reading } from './reading';

const BODY = '(?:[^\\s<>"{}|\\\\^`$]|\\\\[_%#&~]|\\{\\\\_\\})';
const URL_PATTERN = new RegExp(
  `(?<![\\w@./-])(?:(?:https?|ftp):/{1,2}${BODY}{4,400}|www\\.${BODY}{4,400}|(?:[\\w-]{1,40}\\.){0,3}(?:${BARE_HOSTS})/${BODY}{2,400}|[\\w-]{1,60}\\.(?:github|gitlab)\\.io(?:/${BODY}{0,400})?)`,
  'gi',
);
// An address of the paper itself, or a publisher's; the DOIs of archives of data are kept.
const NOT_A_LINK =
  /^https?:\/\/(?:[a-z]{1,12}\.)?arxiv\.org\/|^https?:\/\/(?:[a-z]{1,8}\.)?doi\.org\/(?!10\.(?:5281|17605|6084|5061|7910|17632|57702|25936)\/)/i;
const MOST = 24;

/** A link where it stands; `sentence` is what was said around it on its left. */
export type FoundLink = { url: string; field: Field; start: number; end: number; lead: string };

export const links: Fact<readonly Stated<Link>[]> = {
  name: 'links',
  reads: ['abstract', 'comments'],
  order: 10,
  read(paper) {
    const byUrl = new Map<string, Stated<Link>>();
    for (const found of linksIn(paper)) {
      const key = found.url.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '').toLowerCase();
      const known = byUrl.get(key);
      const place: Evidence = { field: found.field, start: found.start, end: found.end };
      if (known) byUrl.set(key, { value: known.value, evidence: [...known.evidence, place] });
      else byUrl.set(key, { value: { url: found.url, kind: kindOf(found, paper) }, evidence: [place] });
    }
    return [...byUrl.values()];
  },
};

export function linksIn(paper: Reading): FoundLink[] {
  const found: FoundLink[] = [];
  for (const field of ['abstract', 'comments'] as const) {
    const text = paper.of(field);
    let previousEnd = 0;
    for (const match of text.matchAll(URL_PATTERN)) {
      const raw = trimmed(match[0]);
      const url = raw.replace(/\{\\_\}|\\_/g, '_').replace(/\\([%#&~])/g, '$1');
      const end = match.index + raw.length;
      const lead = text.slice(Math.max(previousEnd, match.index - 110), match.index);
      previousEnd = end;
      if (NOT_A_LINK.test(url) || !/[a-z\d]\.[a-z]{2}/i.test(url)) continue;
      found.push({ url, field, start: match.index, end, lead });
      if (found.length >= MOST) return found;
    }
  }
  return found;
}

/** Without the punctuation that ends the sentence, and without a bracket opened before the link. */
function trimmed(url: string): string {
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (/[.,;:!?'*]/.test(last)) continue;
    if (last === ')' && !url.slice(0, end).includes('(')) continue;
    if (last === ']' && !url.slice(0, end).includes('[')) continue;
    break;
  }
  const bracket = url.slice(0, end).search(/[)\]][.,;]|\)\(/);
  return bracket > 0 ? url.slice(0, bracket) : url.slice(0, end);
}

const CODE =
  /\bcodes?\b|source|software|package|implementation|librar|toolbox|toolkit|script|repo|\bimplement|github/i;
const DATA = /\bdata\b|dataset|data set|corpus|corpora|benchmark|catalog|\bcsv\b/i;
const MODEL = /\bmodels?\b(?!')|weights|checkpoint/i;
const MODEL_HERE = /(?:weights|checkpoints?|models?):? ?(?:[a-z]+ ){0,5}(?:at|on|via|from|:)? ?\S*$/i;
const DEMO = /\bdemos?\b|\bplayground\b/i;
const PROJECT = /project|web-? ?(?:page|site)|home ?page|\bpage\b|visit/i;
const OTHER = /slide|workshop|video|poster|\btalk\b|conference|presented at|proceedings/i;

function kindOf({ url, lead }: FoundLink, paper: Reading): LinkKind {
  const said = clauseBefore(lead);
  const host = HOST_KINDS.find(([pattern]) => pattern.test(url))?.[1];
  if (host === 'code') {
    const saysCode = CODE.test(said.replace(/github|repo\w*/gi, ''));
    if (!saysCode && DATA.test(said)) return 'data';
    if (!saysCode && MODEL_HERE.test(said) && !PROJECT.test(said)) return 'model';
    if (!saysCode && PROJECT.test(said)) return 'project';
    const isNamed =
      /\b(?:releas\w*|introduc\w*|available|shar\w*|accessible) (?:[A-Z]\S* )?(?:is |are |publicly )*(?:at|on|via|under)? ?\S*$/.test(
        said,
      );
    return !saysCode && isNamed && isAboutData(paper) ? 'data' : 'code';
  }
  if (host === 'model') return DATA.test(said) && !MODEL.test(said) ? 'data' : 'model';
  if (host !== undefined) return host === 'data' && CODE.test(said) && !DATA.test(said) ? 'code' : host;
  if (OTHER.test(said) || OTHER.test(url)) return 'other';
  if (PROJECT.test(said)) return 'project';
  if (DEMO.test(said)) return 'demo';
  if (CODE.test(said)) return 'code';
  return DATA.test(said) ? 'data' : MODEL.test(said) ? 'model' : 'other';
}

/** The words of the last clause in front of the link. */
function clauseBefore(lead: string): string {
  const cut = Math.max(lead.lastIndexOf('. '), lead.lastIndexOf('; '), lead.lastIndexOf(') '));
  return cut >= 0 ? lead.slice(cut + 1) : lead;
}
