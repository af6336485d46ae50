import type { Venue } from '@/lib/core/facts';
import { seriesIn, type Named } from './series-name';
import { nameVenue } from './venue-name';

/** A name, then a volume: `Phys.Rev.D76:044016,2007`, `Physics Letters B 789 (2019) 45-53`. */
const VOLUMED =
  /^\s*(?:\(?((?:19|20)\d\d)\)?,? )?(\p{Lu}[\p{L}&.,:'\\()\- ]{0,90}?[\p{L}.)])[ ,]{0,2}(?:[Vv]ol(?:ume|\.)? ?)?(?:(?:(?<= )[A-Z])?\d{1,5}[A-Z]?(?=[\s:.,(;-]|$)|\d{1,4}\()/u;
const YEARED = /^\s*(\p{Lu}[\p{L}&.:'\- ]{2,80}?)[ ,]{1,2}\(?((?:19|20)\d\d)\)?\s*$/u;
const YEAR = /(?:\(|[,;: ]|^)((?:19|20)\d\d)(?=[),;.\s]|$)/g;
const CONFERENCE =
  /\b(?:proc(?:eedings|\.)?|conference|conf\.|symposium|workshop|congress|meeting|lecture notes|\beds?\b|in:)/i;

/**
 * What a journal reference names. Taken apart only when its form leaves no doubt; otherwise the
 * reference itself, word for word, is the name.
 */
export function venueOfReference(reference: string): { venue: Venue; start: number; end: number } {
  const text = reference.trimEnd();
  const start = text.length - text.trimStart().length;
  const named = CONFERENCE.test(text) ? conferenceIn(text) : (journalIn(text) ?? conferenceIn(text));
  const year = named?.year ?? yearOf(text);
  if (named)
    return {
      venue: { name: named.name, year, status: 'published', kind: named.kind },
      start,
      end: text.length,
    };
  return { venue: { name: text.trim(), year, status: 'published', kind: 'other' }, start, end: text.length };
}

function journalIn(text: string): Pick<Named, 'name' | 'year' | 'kind'> | null {
  const match = VOLUMED.exec(text);
  const yeared = YEARED.exec(text);
  const name = (match?.[2] ?? yeared?.[1])
    ?.replace(/,? ?(?:vol(?:ume)?\.?|no\.?)$/i, '')
    .replace(/[ ,:(]+$/, '')
    .trim();
  if (name === undefined || name.length < 2 || (name.match(/,/g)?.length ?? 0) > 1) return null;
  const digits = match?.[1] ?? yeared?.[2];
  return { name, year: digits === undefined ? null : Number(digits), kind: 'journal' };
}

function conferenceIn(text: string): Pick<Named, 'name' | 'year' | 'kind'> | null {
  const series = seriesIn(text);
  if (series) return series;
  if (/\beds?\b|\(eds|editors?/i.test(text)) return null;
  const ordinal =
    /^\s*(?:in:? |proceedings of )*(?:the )?(?:\d{1,3}(?:st|nd|rd|th) )?((?:(?:annual|ieee|acm|ifip|international|aaai)[ /-])*\p{Lu}[\p{L}&' -]{8,140}?),? (?:\(([A-Z][\w-]{2,9})(?: \d{4})?\),? )?\(?((?:19|20)\d\d)\)?\s*$/iu.exec(
      text,
    );
  if (ordinal?.[1] !== undefined && CONFERENCE.test(ordinal[1])) {
    const name = ordinal[2] ?? ordinal[1].replace(/^(?:(?:annual|ieee|acm|ifip|aaai)[ /-])+/i, '').trim();
    return { name, year: Number(ordinal[3]), kind: /workshop/i.test(ordinal[1]) ? 'workshop' : 'conference' };
  }
  const named = nameVenue(text.replace(/^\s*(?:in:? )?(?:proceedings of )?(?:the )?/i, ''));
  return named && /\([A-Z][\w-]+[ ']?\d*\)/.test(text) && named.name.length < 14 ? named : null;
}

function yearOf(text: string): number | null {
  const years = [...text.matchAll(YEAR)].map((match) => Number(match[1]));
  return years.at(-1) ?? null;
}
