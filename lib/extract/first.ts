import type { Stated } from '@/lib/core/facts';
import type { Span } from '@/lib/core/sentences';
import { firstClaim } from './claims';
import { isDenied } from './denied';
import type { Fact, Sentence } from './reading';

/** What `the first` may also begin, with no claim in it: the first stage, the first order. */
const NOT_RANK =
  '(?!stage|step|order|moment|derivative|author|phase|part|one\\b|two|three|four|few|several|half|years?|time|passage|principle|layer|category|level|place|prize|term|case|kind|type|quarter|row|eigen|excited|law|hitting|Chern|Betti|\\w*homology|Dirichlet|Neumann|variation|and|billion|million|shell|Brillouin|Born|Painlev|component|module|being|is\\b|uses|visit|wave|stars|galax|light|generation|data release|person|pass|return|fundamental|nontrivial|nonzero|author|chapter|section|algorithm (?:is|uses|runs)|approach (?:is|uses)|method (?:is|uses)|exit|arrival|round|iteration|token|frame|paper (?:in|of)|talk|peak|second|minut|hour|day|week|month|cent|decade|non-?zero|positive|negative|class\\b|conjecture|factor|sound|integral|group|coefficient|homotopy|player|agent|(?:\\w+ )?(?:results?|findings?) (?:is|are|shows?)\\b|consists?\\b)';
const words = (most: number): string => `(?:[^ ;]*[^ .;] ){0,${most}}?`;
const MAKE =
  '(?:present|introduc|propos|provid|develop|report|giv|offer|conduct|perform|construct|establish|obtain|prov|deriv|show|releas|creat|build|built|contribut|demonstrat|achiev|carr|undertak|mak|made|design|curat|initiat|formaliz|formulat|deliver|discover|produc|collect|detect|measur|reveal|realiz|implement|complet|unveil|investigat|publish|compil|constitut|represent|mark|becom|us|train|identif|describ|study|explor|find|found|detail|devis|is|are|as|was|yield|enabl|includ|resolv|addresses)';
const CLAIMS = [
  new RegExp(`\\b${MAKE}\\w*,? ${words(7)}(?:the|a|our|its|their) (?:very )?first,? ${NOT_RANK}`, 'i'),
  /\bto (?:the best of )?(?:our|the authors'?) (?:best )?knowledge\b[^;]{0,160}\bfirst\b|\bfirst\b[^;]{0,160}\bto (?:the best of )?our (?:best )?knowledge\b/i,
  /\bfor the (?:very )?first time\b/i,
  /\bfirst[- ]ever\b|\bfirst[- ]of[- ](?:its|their)[- ]kind\b/i,
  new RegExp(
    `^(?:[^\\s.;]+ ){0,2}?(?:the|a) first ${NOT_RANK}(?!\\w+ly\\b)${words(5)}(?:of|for|to|that|with|in|on)\\b|, (?:which is )?(?:the|a) first ${NOT_RANK}${words(6)}(?:to|for|that|of|in|with|on)\\b`,
    'i',
  ),
];
const NOT_OURS =
  /\b(?:among(?:st)?|one of|some of|in|from|at|after|before|until|since|by|between|as|during|within|over|through|on|and|of|is|uses?) the (?:very )?first\b|\bfirst \w+ by\b|\b(?:was|were|be|been) (?:\w+ )?(?:the )?first\b|\bas (?:the|a) first\b/i;
const FUTURE =
  /\b(?:will|would|could|may|might|can|upcoming|future|expected|promis\w+|until|when|since|after|where|if|whether)\b[^.;]{0,80}$/i;
const OWN =
  /\b(?:we|our|us|this|here|it|these|that|which|paper|work|study|article|survey|knowledge|present\w*|report|new|is the)\b/i;

const PRIOR = /\b(?:prior|previous|earlier) (?:\w+ )?(?:works?|stud\w+|papers?|methods?|authors)\b[^,;:]*$/i;
const OF_US =
  /\b(?:we|our|ours|us|here)\b|\b(?:this|present|presented|reported) (?:\w+ ){0,2}?(?:paper|work|study|article|survey|report|analysis|experiment|measurement|result|detection|discovery|observation)|^\W*(?:this|these|it)(?: \w+){0,2} (?:was|were|is|are) /i;

/** The paper's own claim to be the first, in that word. */
export const first: Fact<Stated<true> | null> = {
  name: 'first',
  reads: ['abstract', 'title'],
  order: 21,
  read: (paper) => firstClaim(paper, ['abstract', 'title'], /\bfirst/i, claimIn),
};

function claimIn({ text, field }: Sentence): Span | null {
  for (const pattern of field === 'title' ? CLAIMS.slice(3, 4) : CLAIMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const said = match[0];
    const lead = text.slice(0, match.index + Math.max(0, said.search(/first/i)));
    const around = text.slice(Math.max(0, match.index - 20), match.index + said.length + 12);
    if (
      isDenied(text, lead.length) ||
      isOfOthers(lead) ||
      FUTURE.test(lead) ||
      /\b(?:In|in) (?:19|20)\d\d\b/.test(lead) ||
      (pattern !== CLAIMS[2] && !OWN.test(text))
    )
      continue;
    if (
      pattern !== CLAIMS[1] &&
      NOT_OURS.test(said.startsWith('is') || said.startsWith('as') ? said : around) &&
      !/\b(?:is|are|was|as) the first\b/i.test(said)
    )
      continue;
    if (/\b(?:among(?:st)?|one of|some of) (?:the |its )?(?:very )?first\b/i.test(around)) continue;
    return { start: match.index, end: match.index + said.length };
  }
  return null;
}

/** `COMPTEL was the first to`, `prior work is the first to`: told in the past or of others, and not of us. */
function isOfOthers(lead: string): boolean {
  if (!/\b(?:was|were) (?:\w+ly )?the (?:very )?$/i.test(lead) && !PRIOR.test(lead)) return false;
  return !OF_US.test(lead);
}
