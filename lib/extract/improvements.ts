import type { Improvement, Stated } from '@/lib/core/facts';
import { quantitiesIn, type Quantity } from './quantity';
import { stated, type Fact, type Sentence } from './reading';

const GAIN_NOUN =
  'improvements?|gains?|reductions?|speed-?ups?|increases?|decreases?|boosts?|savings?|accelerations?|advantages?|lift|cuts?|compression|enhancements?|scale-up|throughput|uplift|margin|acceleration';
const COMPARATIVE =
  'higher|lower|faster|slower|fewer|less|more|better|greater|smaller|larger|shorter|longer|cheaper|stronger|lighter|quicker|deeper|wider|increased|reduced|improved|relative|absolute|improvement';
const BEHIND = new RegExp(
  `^(?:[ -](?!and\\b|or\\b|of\\b|in\\b|on\\b|for\\b|to\\b|accuracy)[\\w-]{1,20}){0,2}?[ -](?:${COMPARATIVE}|${GAIN_NOUN})\\b`,
  'i',
);
const VAGUE =
  '(?:(?:up to|as much as|as high as|over|more than|at least|at most|about|around|approximately|approx\\.?|roughly|nearly|almost|an average of|on average|average|a further|an additional|another|a factor of|factors of|a|an|\\\\?~|\\$\\\\sim\\$|\\$\\\\approx\\$|[<>]|an impressive|a significant|a substantial|absolute|only|some|well over|between|to|anywhere from|from|the|\\$\\\\(?:sim|approx)) ?){0,3}';
const BY = new RegExp(`(?:\\bon average )?\\bby ${VAGUE}\\$?$`, 'i');
const OF = new RegExp(
  `\\b(?:${GAIN_NOUN})(?: [\\w-]{1,20}){0,4}? (?:of|by|ranging from|reaching) ${VAGUE}\\$?$`,
  'i',
);
const VERB =
  /\b(?:improv|reduc|outperform|surpass|exceed|increas|decreas|boost|lower|cut|cuts|accelerat|speed|shrink|enhanc|rais|gain|sav|beat|advanc|shorten|lift|elevat|mitigat|minimi[sz]|diminish|eliminat|lessen|optimi[sz]|compress|better|higher|faster|fewer|less|more|superior|ahead|drop|fall|trim|alleviat|suppress|strengthen|amplif|extend|grow|slow|strengthen|prevail|tighten|lead|slash|curtail|relative|outpac|expand|improvement|margin|scal)/i;
const VERB_NEAR =
  /\b(?:improv|reduc|outperform|surpass|exceed|increas|decreas|boost|lower|cut|accelerat|enhanc|rais|gain|sav|speed)\w*(?: [\w-]{1,20}){0,4}? (?:up to|over|more than|about|around|an average of|nearly|\\?~)? ?\$?$/i;
const LOSS =
  /\b(?:degrad|loss (?:of|in)|los[et]|losing|worse|drop[sp]?\w* (?:in )?(?:accura|perform)|declin|deteriorat|underestim|overestim|differ|vary|varies|deviat|error (?:of|within)|accounts?|uncertaint|inflat|bias)\w*/i;
const FINDING =
  /\b(?:(?:analys[ie]s|survey|data) (?:show|reveal|find|indicat)\w*|induces?|prevalence|mortality|population|patients|respondents|participants (?:who|were)|odds|risk of|years?|GDP|emissions of|temperature|annual|since|workers|households|women|men|countries|students|mass of|redshift|luminosit|solar|stellar|galax)\b/i;
const OFFERED =
  /\b(?:we|ours|propos\w+|method|approach|framework|model|algorithm|system|achiev\w*|outperform\w*|compared|than|baselines?|state[- ]of[- ]the[- ]art|sota|results|demonstrat\w+|experiment\w*|simulation|technique|existing|previous|relative to|while|yield\w*|reduc\w+|improv\w+|speed-?ups?|faster)\b/i;

/** What a claim about a method speaks of; without it the sentence tells what was found in nature. */
const OF_METHODS =
  /method|approach|framework|algorithm|propos|technique|achiev|outperform|surpass|speed|faster|fewer|accura|baseline|state-of|sota\b|memory|latency|throughput|cost|efficien|improv|gain|performance|inference|training|solver|runtime|precision|recall|error|quality|token|compress|parameters|reduc|scale-up|\bours?\b|savings|scor/i;

/** A stated difference or factor over something; absolute scores and pairs from-A-to-B are not. */
export const improvements: Fact<readonly Stated<Improvement>[]> = {
  name: 'improvements',
  reads: ['abstract', 'title'],
  order: 22,
  read: (paper) =>
    (['abstract', 'title'] as const)
      .filter((field) => /\d|order|fold|times/i.test(paper.of(field)))
      .flatMap((field) => paper.sentences(field).flatMap(improvementsIn)),
};

function improvementsIn(sentence: Sentence): Stated<Improvement>[] {
  const { text, field, start } = sentence;
  if (!VERB.test(text) || !OF_METHODS.test(text)) return [];
  const found: Stated<Improvement>[] = [];
  let previous: { end: number; taken: boolean } | null = null;
  const quantities = quantitiesIn(text);
  for (const [index, quantity] of quantities.entries()) {
    const span = claimSpan(text, quantity, listEnd(text, quantities, index), previous);
    previous = { end: quantity.end, taken: span !== null };
    if (!span) continue;
    for (const value of quantity.values) {
      const claim = { value, unit: quantity.unit, text: text.slice(span.start, span.end) };
      found.push(stated(claim, field, start + span.start, start + span.end));
    }
  }
  return found;
}

/** Where the list of quantities that this one begins or is in ends: `6.7%, 7.7%, and 5.3% higher`. */
function listEnd(text: string, quantities: readonly Quantity[], index: number): number {
  let end = quantities[index]?.end ?? 0;
  for (const next of quantities.slice(index + 1)) {
    if (!/^(?:, and |, | and |,? ?\/ ?| or )$/.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  return end;
}

function claimSpan(
  text: string,
  { start, end, unit }: Quantity,
  lastOfList: number,
  previous: { end: number; taken: boolean } | null,
): { start: number; end: number } | null {
  const before = text.slice(Math.max(0, start - 140), start);
  const behind = BEHIND.exec(text.slice(lastOfList, lastOfList + 60));
  if (
    /\bfrom (?:an? )?(?:average of )?\$?$/i.test(before) ||
    /^ ?(?:%|points?)? to \$?\d/.test(text.slice(end))
  )
    return null;
  if (LOSS.test(text.slice(Math.max(0, start - 60), Math.min(text.length, lastOfList + 40)))) return null;
  if (unit === '%' && FINDING.test(text) && !OFFERED.test(text)) return null;
  if (behind) return { start, end: lastOfList + behind[0].length };
  if (previous?.taken === true && continues(text.slice(previous.end, start))) return { start, end };
  const by = BY.exec(before) ?? OF.exec(before);
  if (by && VERB.test(before)) return { start: start - by[0].length, end };
  if (unit === 'orders of magnitude' && new RegExp(`\\b(?:${GAIN_NOUN})\\b[^.;]{0,40}$`, 'i').test(before))
    return { start, end };
  if (unit !== 'points' && VERB_NEAR.test(before) && !/\bto (?:\w+ )?\$?$/.test(before))
    return { start, end };
  return null;
}

/** `9% on A, 5.7% on B and 4% on C`: what stands between two quantities of one claim. */
function continues(between: string): boolean {
  return (
    between.length < 64 &&
    /^(?:[ ,/][^.;]*)?(?:,|\band|\bor|\/) ?(?:(?:by|up to|an?|another|over) )*[+~]?$/.test(between) &&
    !/\b(?:while|with|achiev\w*|reach\w*|attain\w*|only|using|from|to|retain\w*|maintain\w*|of)\b(?! the| \w+ the)/.test(
      between.replace(/\bup to\b/g, ''),
    )
  );
}
