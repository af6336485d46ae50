import type { Venue, VenueStatus } from '@/lib/core/facts';
import { seriesIn, type Named } from './series-name';
import { isNoVenue, nameVenue } from './venue-name';

/** A venue that the comments name, with the words that say so. */
export type Mention = { venue: Venue; start: number; end: number; certain: boolean };

const TRIGGER =
  /\b(?:(accept(?:ed|ance)\b)|(to (?:be )?appear\w*|(?:will|shall|is to|would) (?:be )?(?:appear\w*|published)|(?:to be|being) published|forthcoming|in press)|(published|publication in|appears?\b|appeared|in (?:the )?proc(?:eedings|\.)?(?= )|proceedings?(?: of| for)?\b|proc\.? of)|(submitted|submi[st]+ed|submission|under (?:peer[- ]?|double-blind |open )?(?:review|revision|consideration)|in review)|(presented|presentation|talks? (?:given|at)|lectures? (?:given|at)|contributions?|contributed))/gi;
const STATUSES: readonly VenueStatus[] = ['accepted', 'to-appear', 'published', 'submitted', 'presented'];
const FILL =
  /^(?:[ :,]*(?:\(?(?:for|in|to|at|by|as|on|into|with|and|be|being|is|was|been|has|have|will|of|publications?(?! of (?:the )?[A-Z])|publishing|published|appear|appears?|presentation|presented|orals?|posters?|spotlights?|highlights?|full|long|short|regular|research|an?|the|papers?|articles?|version|manuscripts?|extended|abstracts?|talks?|upcoming|forthcoming|peer-reviewed|conference(?= (?:paper|proceedings|version|at|in|article))|proceedings?(?! (?:of )?(?:the )?(?:Science\b|National|Royal|American|London|Edinburgh|Japan|Indian|IEEE\b))|proc\.?(?=[ :])(?! (?:of )?(?:the )?(?:Nat|Roy|Amer|Lond|R\.))|inclusion|next|annual(?= \w+ (?:meeting|conference))|this year's|review|under|consideration|possible|current|final|camera[- ]ready|journal(?= (?!of\b|for\b|de\b|der\b|d'))|online|https?:\S+|accepted|invited|contribution|session|workshop(?= paper)|chapter|book(?! )|part|pages?|main|track(?: of)?|early|demo(?= (?:paper|at))|do|preprint|given|special issue(?: of)?|volume)\)?)(?=[ ,.:;)]|$))+[ :,]*(?:"|``|\$?\\emph\{)?/i;
const PREPOSITION = /\b(?:for|in|to|at|by|as|on|of|with|into|do)\b|:/i;
const NOT_HERE =
  /\b(?:withdrawn|reject\w*|format|style|template|class file|admin note|companion|(?:related|similar|other|another|previous|earlier|separate) (?:work|paper|version|article|result)s?|supersed\w+|to be submitted|will be submitted|will submit|prepar\w+ for submission|see also|notebook for|(?:not|never) (?:been |to be |currently )?(?:accepted|published|submitted|presented|yet)|overlap|cite(?: as)?|supplement\w* (?:material )?(?:for|to|of)\b|erratum|comment(?:s|ary)? on|reply to|response to)\b/i;
/** A report of a shared task is no venue, unless it says that it was accepted. */
const CONTEST =
  /\b(?:challenge (?:at|solution)|shared task|(?:st|nd|rd) (?:place|prize)|solution (?:to|for|of)|winn\w+|award\w*)\b/i;
const SENTENCE_END = /(?:;|\. |\.$|\n| \| | \u2022 )/g;
const ABBREVIATED = /(?:^|[\s(])(?:[A-Z]|[A-Z][a-z]{1,7}|vol|eds?|pp?|al|no|and|approx|figs?|resp)\.$/;
const FULL_WORD =
  /(?:^|[\s(])(?:Accepted|Chaos|Nature|Science|Letters|Physics|Fluids|Journal|Universe|Icarus|Main|Oral|Poster|Paper|Access|Energy|Optics|Workshop|Entropy|Sensors|Version|Quantum|Track|Review|Draft|Soon|Figures?|Tables?|Pages?|June|July|March|April|May|Code|Data|China|Italy|France|Japan|Spain|India|Canada|Vienna|Austria|Letter|Thesis|Systems|Methods|Preprint|English|French|Report|Cell|Small|Neuron|Galaxies|Galaxy|Vision|Control|Design|Robots?|Algebra|Topology|Analysis|Paris|London|Beijing|Seoul|Revised)\.$/;

/** Every venue that comments name, in order. */
export function venuesIn(comments: string): Mention[] {
  const found: Mention[] = [];
  for (const clause of clausesOf(comments)) {
    if (NOT_HERE.test(clause.text) || (CONTEST.test(clause.text) && !/accept|publish/i.test(clause.text)))
      continue;
    const triggers = [...clause.text.matchAll(TRIGGER)];
    const mentions = triggeredIn(clause.text, triggers);
    const own = mentions.length > 0 ? mentions : bare(clause.text, triggers.length > 0);
    for (const mention of own)
      found.push({ ...mention, start: clause.start + mention.start, end: clause.start + mention.end });
  }
  return found;
}

type Clause = { start: number; text: string };

/** Comments read sentence by sentence; `Phys. Rev. D` does not end one. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const before = text.slice(Math.max(start, match.index - 14), match.index + 1);
    if (
      match[0].startsWith('.') &&
      ABBREVIATED.test(before) &&
      !FULL_WORD.test(before) &&
      /^\. (?:[A-Z\d]|\()/.test(text.slice(match.index, match.index + 3)) &&
      !/^\. (?:Comments?|Code|Project|\d+ pages|Accepted|Published|This|The |We |All |In |No |To )/.test(
        text.slice(match.index, match.index + 14),
      )
    )
      continue;
    clauses.push({ start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  clauses.push({ start, text: text.slice(start) });
  return clauses.filter((clause) => clause.text.trim() !== '').slice(0, 40);
}

function statusOf(trigger: RegExpExecArray): VenueStatus {
  const index = trigger.slice(1).findIndex((group) => group !== undefined);
  return STATUSES[index] ?? 'accepted';
}

/** Each trigger but those that another one's words run over: `accepted for publication in`. */
function triggeredIn(text: string, triggers: readonly RegExpExecArray[]): Mention[] {
  const mentions: Mention[] = [];
  let read = 0;
  for (const trigger of triggers) {
    if (trigger.index < read) continue;
    const found = triggered(text, trigger);
    read = found.read;
    if (found.mention) mentions.push(found.mention);
  }
  return mentions;
}

/** `accepted at X`, and `X, accepted`. */
function triggered(text: string, trigger: RegExpExecArray): { mention: Mention | null; read: number } {
  const behind = trigger.index + trigger[0].length;
  const rest = text.slice(behind, behind + 260);
  const fill = FILL.exec(rest)?.[0] ?? '';
  // The one journal that is called so.
  const isOfScience = /^proceedings of$/i.test(trigger[0]) && /^ Science\b/.test(rest);
  const phraseStart = isOfScience
    ? trigger.index
    : behind + fill.length + (/^ */.exec(rest.slice(fill.length))?.[0].length ?? 0);
  const phrase = text.slice(phraseStart, behind + 260);
  const status = refine(statusOf(trigger), trigger[0] + fill);
  const led = PREPOSITION.test(trigger[0] + fill) || /proc/i.test(trigger[0]);
  const named = isNoVenue(phrase) ? null : nameVenue(phrase);
  if (named && (led || (named.certain && named.start < 12)) && named.start < 130)
    return { mention: mention(named, status, trigger.index, phraseStart), read: phraseStart };
  const before = namedBefore(text, trigger.index, status);
  return { mention: before && { ...before, end: behind }, read: phraseStart };
}

/** "Accepted and published at" is published, "accepted to appear in" accepted. */
function refine(status: VenueStatus, words: string): VenueStatus {
  if (status === 'accepted' && /\b(?:and|been) published\b/i.test(words)) return 'published';
  if (status === 'presented' && /\baccepted\b/i.test(words)) return 'accepted';
  return status;
}

function mention(named: Named, status: VenueStatus, start: number, phraseStart: number): Mention {
  const { name, year, kind, certain } = named;
  return { venue: { name, year, status, kind }, start, end: phraseStart + named.end, certain };
}

/** The venue just in front of its trigger: `Math. Ann., to appear`, `IJCNN 2025 has accepted`. */
function namedBefore(text: string, at: number, status: VenueStatus): Mention | null {
  const before = text
    .slice(Math.max(0, at - 150), at)
    .replace(/[\s,(:-]+(?:has |was |is |been |have |to be |an? |the )*$/, '');
  const offset = Math.max(0, at - 150);
  const cut = Math.max(
    ...[...before.matchAll(/, (?!and |[A-Z]\w+ and )|\) |: |figures? |pages /g)].map(
      (match) => match.index + match[0].length,
    ),
    0,
  );
  const phrase = before.slice(cut);
  if (phrase.length < 2 || phrase.split(' ').length > 16) return null;
  const series = seriesIn(phrase);
  const named = series ?? nameVenue(phrase);
  if (!named || (!named.certain && (named.kind !== 'journal' || named.start > 0 || !/^[A-Z]/.test(phrase))))
    return null;
  if (
    !named.certain &&
    /\b(?:originally|previously|initially|version|paper|article|manuscript|results?|work|proof|figures?|pages|text|typos|references)\b/i.test(
      phrase,
    )
  )
    return null;
  return mention(named, status, offset + cut + named.start, offset + cut);
}

/** A clause that names a conference and says no more: `10 pages, NeurIPS 2025`. */
function bare(clause: string, hasTrigger: boolean): Mention[] {
  let start = 0;
  for (const chunk of clause.split(/(?<=[a-z\d)]), (?=\D)(?!(?:and|&|Speech|Man|USA|UK)\b)/)) {
    const at = clause.indexOf(chunk, start);
    start = at + chunk.length;
    const named = chunk.length < 200 ? bareName(chunk, clause.slice(at), hasTrigger) : null;
    if (!named) continue;
    const status = bareStatus(clause);
    return [mention(named, status, at + named.start, at)];
  }
  return [];
}

function bareName(chunk: string, rest: string, hasTrigger: boolean): Named | null {
  const words = chunk.trim().split(/\s+/).length;
  const series = seriesIn(
    /^ ?[a-z]{3,8} ?20\d\d$/.test(chunk) ? chunk.toUpperCase() : rest.slice(0, Math.max(chunk.length, 40)),
  );
  if (
    series &&
    series.start < chunk.length &&
    (series.year !== null || /\d(?:st|nd|rd|th)\b/.test(chunk) ? words <= 22 : words <= 6)
  ) {
    const lead = chunk.slice(0, series.start);
    return /\b(?:dataset|benchmark|results|using|from|code|task|https?|submission (?:id|number)|github|page|extended version of)\b|[:/]\S*$/i.test(
      lead,
    )
      ? null
      : series;
  }
  if (hasTrigger || words > 26) return null;
  const isNamed =
    /^(?:(?:In|The|At|Proceedings of the|Conference:)? ?(?:the )?(?:(?:19|20)\d\d |\d{1,3}(?:st|nd|rd|th) |[A-Z]\w+ )*(?:IEEE|ACM|International|European|Annual|Asian|National|World|Conference|Symposium|Workshop|Congress|[A-Z][\w-]+ (?:Conference|Symposium|Workshop))\b)|\([A-Z]{3,9}(?: \d+)?\) (?:Conference|Symposium|Workshop|Meeting)/.test(
      chunk.trim(),
    ) && /\b(?:conference|symposium|workshop|congress|meeting)\b/i.test(chunk);
  const isShort =
    /^(?:IEEE |ACM |The )?[A-Z][A-Za-z&-]*[A-Z][\w&-]*(?: [A-Z][a-z]+)?[ -]?'?(?:20[012]\d|'\d\d)(?: (?:\(?(?:oral|poster|spotlight|highlight|main|demo|conference|camera[- ]ready|accepted|paper|workshops?)\)?[ ,.]?)*)?$/i.test(
      chunk.trim(),
    ) &&
    !/^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|MSC|PACS|AMS|arXiv|LaTeX|RevTe?X|MATLAB|DESY|SLAC|CERN|LA-UR|NSF|ACM|IEEE|H2020|COVID|KEK|TU|UCLA|TTP|CTPU|OEIS)\b/i.test(
      chunk.trim(),
    );
  if (!isNamed && !isShort) return null;
  const named = nameVenue(chunk.trim());
  if (!named || (isNamed && named.year === null && !/\d(?:st|nd|rd|th)\b|\([A-Z]/.test(chunk))) return null;
  return { ...named, start: named.start + (chunk.length - chunk.trimStart().length) };
}

function bareStatus(clause: string): VenueStatus {
  if (/\bunder (?:\w+ )?review|submi[st]|in review/i.test(clause)) return 'submitted';
  if (/\bto appear|forthcoming|in press/i.test(clause)) return 'to-appear';
  if (/\bpresented|\btalk\b|lecture/i.test(clause)) return 'presented';
  return /\bpublished|proceedings/i.test(clause) && !/accept/i.test(clause) ? 'published' : 'accepted';
}
