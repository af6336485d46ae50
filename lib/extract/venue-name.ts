import type { VenueKind } from '@/lib/core/facts';
import { BOOKS } from './conferences';
import { JOURNAL_MARK, JOURNAL_SHORT, JOURNAL_WORDS } from './journals';
import { conferenceKind, fullYear, seriesIn, type Named } from './series-name';

const JOURNAL_SHORT_PATTERN = new RegExp(`^(?:${JOURNAL_SHORT})(?![\\w-])`);
const JOURNAL_WORD_PATTERN = new RegExp(`^(?:${JOURNAL_WORDS})(?=$|[ ,.;(])`);
const CONFERENCE_MARK =
  /\b(?:conferences?|conf|symposium|symposia|symp|workshops?|congress|meeting|colloquium|proceedings|proc|school|summit|forum|expo|seminar|rencontres|track|convention|week|days|session|challenge)\b/i;
const BRACKETED =
  /\(\s?((?:[A-Z]{2,5}[ -/])?[A-Za-z][\w&*+./-]{1,14}?(?: (?:Asia|Europe))?)(?:[ -]?'?((?:19|20)\d\d|\d\d))?(?:,? (?:[A-Z]\w+,? ?)?(?:19|20)?\d{0,2})?\s?\)/;
const ACRONYM_YEAR =
  /(?<![\w-])((?:[A-Z][\w&*+/-]*[A-Z][\w&*+/-]*?|[A-Z]{2,}|escar)(?: (?:Asia|Europe|Pacific|Workshop))?)(?:[ -]?'? ?((?:19|20)\d\d)|[ -]?'(\d\d)|-?(\d\d))(?!\d)/;
const SPONSOR =
  /^(?:(?:IEEE|ACM|IFIP|IFAC|CVF|AAAI|RSJ|EURASIP|ISCA|USENIX|AIP|SIAM|IET|ASME|Annual|the|The|\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d)[ /,-]{1,2})+/;

/** Names of no venue: what follows "accepted by" and is not one. */
const NO_VENUE =
  /^(?:demo track of |the |an? )?(?:invited|(?:scientific|academic|refereed|international|peer-reviewed) journals?|publication|possible|peer|review|reviewing|a journal|journal|journals|conference|the conference|arxiv|appear|(?:the )?(?:elsevier|springer(?: nature)?|ieee|acm|wiley|mdpi|iop|aps|aip)(?: xplore| digital library)?(?=$|[,.;:]| (?:for|and|as|in)\b)|an? |one|our|its|their|this|these|it|revision|version|main|oral|poster|http|www|doi|part|peer-review|proceedings|print|minor|comments?|authors?|editors?|us|him|me|be|is|the authors?|possible publication|(?:the )?top[- ]|(?:the )?pdf|(?:the )?(?:appendix|supplement\w*|section)|\S+ internal)\b(?! (?:of|on|for|de|der)\b)(?! ?(?:&|and [A-Z]|\w+ (?:Journal|Letters|Transactions|Access|Conference)))/i;

/** What a phrase such as `the 2019 IEEE Congress on Evolutionary Computation (CEC)` names. */
export function nameVenue(phrase: string): Named | null {
  const journal = journalIn(phrase);
  const series = seriesIn(phrase);
  return journal && (!series || series.start >= journal.end) ? journal : (series ?? otherIn(phrase));
}

/** Journals called proceedings. */
const PROCEEDINGS_JOURNAL =
  /^Proc(?:eedings|\.)? ?(?:of )?(?:the )?(?:Science(?= ?[,(.;\d]|$)|Royal|Roy|R|National|Natl|Nat|American|Amer|London|Lond|Edinburgh|Japan|Indian|IEEE(?! \w+ (?:Conf|Symp)))\b[\w. ]*/i;

function journalIn(phrase: string): Named | null {
  const proceedings = PROCEEDINGS_JOURNAL.exec(phrase);
  if (proceedings) {
    const name = nameHead(phrase);
    return journal(name, phrase, 0, name.length, false);
  }
  const short = JOURNAL_SHORT_PATTERN.exec(phrase.replace(/^IEEE /, ''));
  const offset = /^IEEE /.test(phrase) ? 5 : 0;
  if (short) return journal(short[0], phrase, offset, offset + short[0].length, true);
  if (
    CONFERENCE_MARK.test(phrase.slice(0, 90)) &&
    !/\b(?:journal|transactions|letters|review)\b/i.test(phrase.slice(0, 60))
  )
    return null;
  const word = JOURNAL_WORD_PATTERN.exec(phrase);
  const name = nameHead(phrase);
  if (word && (word[0].length >= name.length - 2 || !JOURNAL_MARK.test(name)))
    return journal(word[0], phrase, 0, word[0].length, false);
  if (!JOURNAL_MARK.test(name) || !/^[\p{Lu}`"']/u.test(name) || /^[A-Z][\w-]+ \d{4}$/.test(name))
    return null;
  const bracket = /^ ?\(([A-Z][A-Za-z&-]{2,9})\)/.exec(phrase.slice(name.length));
  if (bracket?.[1] !== undefined)
    return journal(bracket[1], phrase, 0, name.length + bracket[0].length, false);
  return journal(name, phrase, 0, name.length, false);
}

function journal(words: string, phrase: string, start: number, end: number, certain: boolean): Named {
  // The other one of the two stands before the phrase.
  const name = words.replace(words.includes('(') ? /["']+$/ : /["')]+$/, '');
  const behind =
    /^(?:[ ,]{0,2}\(? ?(?:in )?|,? vol[^.;]{0,30}?|,? [\d:(), -]{1,24}?)((?:19|20)\d\d)\)?(?!\d)/.exec(
      phrase.slice(end),
    );
  const own = /^(.*?),? ?\(?((?:19|20)\d\d)\)?$/.exec(name);
  const kind = /\b(?:Findings)\b/.test(name) ? 'findings' : 'journal';
  if (own?.[1] !== undefined && own[1].length > 2)
    return { name: own[1], year: Number(own[2]), kind, start, end, certain };
  return { name, year: behind?.[1] === undefined ? null : Number(behind[1]), kind, start, end, certain };
}

const ABBREVIATED =
  /(?:^|[\s(])(?:[A-Z]|Phys|Rev|Letts?|Math|Mem|Proc|Amer|Am|Soc|Astron|Astrophys|Nucl|Commun|Comm|Comp|Comput|Appl|Chem|Int|Internat|Mod|Class|Quant|Grav|Adv|Ann|Trans|Theor|Stat|Mech|Sci|Roy|Eur|Opt|Geom|Funct|Anal|Conf|Ser|Part|Mon|Not|Bull|Inst|Eng|Syst|Inf|Inform|Elec|Electron|Mater|Gen|Rel|Prog|Fortschr|Found|Jpn|Can|Nat|Symp|Rep|Exp|Inv|Invent|Diff|Differ|Eq|Equ|Calc|Var|Algebr|Topol|Num|Numer|Lond|Phil|Philos|Res|Pr|Prob|Probab|Dyn|Sys|Cosmol|Astropart|Instrum|Meth|Journ|Jour|Chin|Nachr|Zeit|Dokl|Acad|Sov|Biol|Med|Env|Environ|Geophys|Atmos|Bio|Acta|Arch|Ration|Pure|Discrete|Combin|Th|Cosm|Kor|Supp|Suppl|St|Condens|Surv|Semicond|Ind|Univ|Dept|Vol|vol|Inc|Ed|Nonl|Nonlin|Cryst|Nanotech|Macromol|Solids|Psych|Econ|Manag)\.$/;

/** The name at the head of a phrase: up to what cannot belong to it. */
function nameHead(phrase: string): string {
  const stop =
    /;|:(?! (?:[A-Z]\w+\.? ){1,4}|[A-Z])|\(|\[|\. |\.$|,|\bhttps?:|\barXiv\b|\bdoi\b|\bDOI\b| - | \d+ ?(?:pages|pp|figures)| (?:with|as|after|for|where|which|that|under|subject|pending|conditional|since|on (?=\w+ ?\d|\d)|at|but|when|and (?=is|will|to be|was|has|can|the|available|presented|published|accepted|code|in|be\b)|is|was|has|have|will|special|vol|volume|issue|this|code|see|version|from|in (?=\w+ \d|\d|press|its|the)|\d{1,3} ?[(:,]|accepted|published|submitted|comments?|main track|track|as an?|journal)\b/g;
  for (const match of phrase.matchAll(stop)) {
    const before = phrase.slice(0, match.index);
    if (/^\./.test(match[0]) && ABBREVIATED.test(`${before}.`)) continue;
    if (match[0] === ',' && listed(before, phrase.slice(match.index))) continue;
    return before.trim();
  }
  return phrase.trim();
}

/** A comma within a name: `Chaos, Solitons and Fractals`, `Phys., Part B`. */
function listed(before: string, rest: string): boolean {
  return (
    /^, (?:[A-Z][\w-]+,? (?:[A-Z][\w-]+,? )?)?(?:and|&) [A-Z][a-z]+/.test(rest) &&
    !/(?:19|20)\d\d$/.test(before) &&
    !/^, (?:[A-Z]\w+ )?(?:and|&) (?:Code|Project|Accepted)/.test(rest)
  );
}

/** An editor or a speaker. */
const PERSON = /^(?:\p{Lu}\.[ -]?)+\p{Lu}\p{Ll}+(?: et al)?$/u;

/** A conference, workshop or book that no list holds. */
function otherIn(phrase: string): Named | null {
  const kind = otherKind(phrase);
  const book = BOOKS.find(([pattern]) => pattern.test(phrase));
  if (book)
    return {
      name: book[1],
      year: yearIn(phrase),
      kind: 'book',
      start: 0,
      end: nameHead(phrase).length,
      certain: true,
    };
  const bracket = BRACKETED.exec(phrase.slice(0, 220));
  if (
    bracket?.[1] !== undefined &&
    isAcronym(bracket[1]) &&
    CONFERENCE_MARK.test(phrase.slice(0, bracket.index + 1)) &&
    !/^(?:oral|poster|demo)/i.test(bracket[1])
  ) {
    const end = bracket.index + bracket[0].length;
    return {
      name: withoutSponsor(bracket[1]),
      year: bracket[2] === undefined ? yearIn(phrase) : fullYear(bracket[2]),
      kind,
      start: 0,
      end,
      certain: false,
    };
  }
  const short = ACRONYM_YEAR.exec(phrase.slice(0, 120));
  const head = nameHead(phrase);
  if (
    short?.[1] !== undefined &&
    short.index <= Math.max(head.length, 40) &&
    !/^(?:IEEE|ACM|MSC|PACS|SIAM|AMS|IEEE\/CVF)$/.test(short[1]) &&
    !(
      /(?: - |, |\()$/.test(phrase.slice(0, short.index)) ||
      !/\b(?:Conference|Symposium|Congress|Meeting|Workshop) (?:on|of|for|in) /.test(
        head.slice(0, short.index),
      )
    )
  ) {
    const end = short.index + short[0].length;
    return {
      name: withoutSponsor(short[1]),
      year: fullYear(short[2] ?? short[3] ?? short[4] ?? ''),
      kind,
      start: short.index,
      end,
      certain: short[2] !== undefined && short.index < 6,
    };
  }
  const bare = head
    .replace(SPONSOR, (sponsor) => (sponsor.length + 3 > head.length ? sponsor : ''))
    .replace(/(?:[ ,]+(?:in )?|(?<=[a-z]))(?:(?:19|20)\d\d|'\d\d)(?: Conference)?$|^['"`]+|['"`]+$/g, '')
    .trim();
  if (bare.length < 2 || bare.length > 140 || !/\p{Lu}/u.test(bare) || isNoVenue(bare) || PERSON.test(bare))
    return null;
  return {
    name: bare,
    year: yearIn(phrase),
    kind,
    start: Math.max(0, phrase.indexOf(bare)),
    end: head.length,
    certain: false,
  };
}

function isAcronym(text: string): boolean {
  return (text.match(/[A-Z]/g)?.length ?? 0) >= 2;
}

function withoutSponsor(name: string): string {
  return name.replace(/^(?:IEEE|ACM|IFIP|SIAM)[ -/](?=[A-Z]{2})/, '');
}

function yearIn(phrase: string): number | null {
  const year = /(?<![\d.:/])((?:19|20)\d\d)(?![\d.:/])|'(\d\d)(?!\d)/.exec(phrase);
  const digits = year?.[1] ?? year?.[2];
  return digits === undefined ? null : fullYear(digits);
}

function otherKind(phrase: string): VenueKind {
  const kind = conferenceKind(phrase);
  if (kind !== 'conference') return kind;
  if (
    /\bbook\b|\bchapter\b|handbook|encyclop|\beds?\.|\beditors?\b|lecture notes|\bspringer\b|university press/i.test(
      phrase,
    )
  )
    return 'book';
  if (CONFERENCE_MARK.test(phrase)) return 'conference';
  return /(?:19|20)\d\d|'\d\d/.test(phrase.slice(0, 60)) ? 'conference' : 'journal';
}

const DATE = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d/i;

export function isNoVenue(phrase: string): boolean {
  return NO_VENUE.test(phrase) || DATE.test(phrase);
}
