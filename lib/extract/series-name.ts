import type { Venue, VenueKind } from '@/lib/core/facts';
import { FULL_NAMES, SERIES, SERIES_WITH_YEAR, SPELLINGS } from './conferences';

/** A venue named in a phrase; offsets are in the phrase. */
export type Named = Pick<Venue, 'name' | 'year' | 'kind'> & { start: number; end: number; certain: boolean };

const YEAR = "(?:[ ,-]{0,2}'?((?:19|20)\\d\\d)(?!\\d)|[ -]?' ?(\\d\\d)(?!\\d)|-?(\\d\\d)(?![\\d-]))";
const SERIES_PATTERN = new RegExp(
  `(?<![\\w-])(?:(?:ACM[- ]?(?:MM|Multimedia)|ACMMM)|(${SERIES}|[Ii]nter[sS]peech|INTERSPEECH|[Nn]eurIPS|Neurips|NEURIPS|GlobeCom|SIGKDD|ESORICS))(?![a-zA-Z])(W(?=[\\s\\d'),.:;]|$))?(?: (?:Findings|Workshops?|Main|Demo|Industry))?${YEAR}?|(?<![\\w-])(${SERIES})W(?![a-z])${YEAR}?|(?<![\\w-])(${SERIES_WITH_YEAR})${YEAR}`,
);
const KNOWN = SERIES.split('|');
const FULL_PATTERN = new RegExp(FULL_NAMES.map(([name]) => `(${name})`).join('|'), 'i');

/** A series known by name, in the first place where one stands. */
export function seriesIn(phrase: string): Named | null {
  const short = SERIES_PATTERN.exec(phrase);
  const full = FULL_PATTERN.exec(phrase);
  if (!short && !full) return null;
  const useFull =
    full !== null &&
    (short === null || (full.index < short.index && !/\($/.test(phrase.slice(0, short.index).trimEnd())));
  const match = useFull ? full : (short ?? full);
  if (!match) return null;
  const end = match.index + match[0].length;
  const name = useFull ? fullName(match) : shortName(match);
  if (useFull && /\b(?:Transactions|Journal|Letters)\b/.test(phrase.slice(0, match.index + 80))) return null;
  return {
    name,
    year: yearNear(phrase, match.index, end, match),
    kind: conferenceKind(phrase),
    start: Math.min(match.index, full?.index ?? match.index),
    end,
    certain: true,
  };
}

function fullName(match: RegExpExecArray): string {
  const index = match.slice(1).findIndex((group) => group !== undefined);
  return FULL_NAMES[index]?.[1] ?? match[0];
}

function shortName(match: RegExpExecArray): string {
  const name = (match[1] ?? match[6] ?? match[10] ?? 'ACM MM').trim();
  const usual = SPELLINGS.find(([pattern]) => pattern.test(name))?.[1];
  return usual ?? KNOWN.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
}

/** The year in the name itself, else the first one in the same phrase. */
function yearNear(phrase: string, start: number, end: number, match: RegExpExecArray): number | null {
  const own = match.slice(1).find((group) => group !== undefined && /^\d{2,4}$/.test(group));
  if (own !== undefined) return fullYear(own);
  const behind = /(?<![\d.:/])((?:19|20)\d\d)(?![\d.:/])|'(\d\d)(?!\d)/.exec(phrase.slice(end));
  const before = [...phrase.slice(0, start).matchAll(/(?<![\d.:/])((?:19|20)\d\d)(?![\d.:/])/g)].at(-1);
  const year = before?.[1] ?? behind?.[1] ?? behind?.[2];
  return year === undefined ? null : fullYear(year);
}

/** `98` is 1998, `26` is 2026. */
export function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length === 4) return number;
  return number >= 85 ? 1900 + number : 2000 + number;
}

/** What the words around a conference's name make of it. */
export function conferenceKind(phrase: string): VenueKind {
  if (/\bworkshops?\b/i.test(phrase) || /\b[A-Z]{3,}W\b/.test(phrase)) return 'workshop';
  if (/\bfindings\b/i.test(phrase)) return 'findings';
  if (/\bdemos?\b|\bdemonstrations? (?:track|session|paper)|\bsystem demonstration/i.test(phrase))
    return 'demo';
  return 'conference';
}
