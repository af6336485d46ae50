import type { Stated } from '@/lib/core/facts';
import type { Span } from '@/lib/core/sentences';
import { firstClaim } from './claims';
import { isDenied } from './denied';
import { phrasesIn, type Part, type Phrase } from './phrase';
import type { Fact, Sentence } from './reading';

const BEAT = /\b(?:out-?perform|surpass|exceed|beat|outpac|outclass|dominat)\w* /gi;
const AHEAD =
  /\b(?:(?:superior|improv|advanc|push)\w*|advantages?|gains?|better|higher|lower|faster|stronger|greater|larger|fewer|less|more|favou?rabl[ey]|progress) /gi;
const ACHIEVE =
  /\b(?:achiev|attain|obtain|reach|set|establish|yield|deliver|demonstrat|show|provid|produc|exhibit|report|lead|result|with|new|is|are|offer|gain|maintain|enabl|ensur|secur|remain|represent|becom|present)\w* /gi;
const SOTA = /(?:state[- ]of[- ](?:the[- ])?arts?|sota)\b/iy;
const RESULT =
  /(?:performances?|results?|accurac\w+|scores?|quality|robustness|efficiency|effectiveness|generali[sz]\w+|success|fidelity|precision|level|status|rates?|trade-?offs?|F1|AUC\w*|mAP|mIoU|PSNR|FID|throughput|capabilit\w+|zero-shot|outcomes|[\w-]*calculations|detection|bounds?|values|numbers|perplexity|consistency|speed)\b/iy;
/** Those a paper says it beats, as a class; baselines and "traditional" methods are not the field. */
const CLASS =
  '(?:all|every|any|other|existing|previous(?:ly)?|prior|earlier|currently?|recent(?:ly)?|competing|compar(?:ed|ison|ative|able)|contemporary|alternative|competitive|competitors|counterparts|leading|published|known|available|modern|related|latest|the compared|contemporaneous) ';
/** What a paper may be better than; "lower than previous estimates" is no claim to be ahead. */
const RIVALS =
  /(?:methods?|approach(?:es)?|models?|algorithms?|techniques?|works?|systems?|solutions?|networks|frameworks|estimators|schemes|strategies|competitors|counterparts|tools|toolkits|solvers|detectors|policies|agents|architectures|alternatives|designs|encoders|\w*LMs|samplers|optimizers|predictors|arts?|baselines?|pipelines|planners|classifiers|decoders|attacks|defenses|heuristics)\b/iy;

const LEVEL =
  /\b(?:competitive\w*|comparabl[ey]|on[- ]par|par|similar|close|match\w*|rival\w*|parity|near|approach(?:es|ing)|compar(?:ed|es|ing|ison)|equal\w*|contend\w*|combin\w+|using|use[sd]?|evaluat\w+|benchmark(?:ed|ing)?|test(?:ed|ing)?|integrat\w*|extend\w*|appl\w+|against|than|existing|current|recent|several|many|most|various|some|other|these|those|six|five|four|three|limitations?|agreement|consistent)\b/i;
const LEAD = /^(?:however|while|although|despite|though|recently|yet|nevertheless)?,? ?/i;
const NOT_OWN =
  /^(?:(?:the |these |most |many |some )?(?:existing|current|recent\w*|prior|previous|state|traditional|large|deep|several|many|most|transformers?|self)\b|despite|in recent|over the (?:past|last)|to (?:achieve|obtain|attain|reach|improve|push|advance))/i;
const UNSURE =
  /\?$|\b(?:whether|aim(?:s|ing)? (?:to|at)|hop(?:e|ing) to|not (?:\w+ ){0,2}(?:out|sur|exceed|necess|always|consist)|cannot|fails?|failing|could|might|can sometimes|(?<!\bwe )have (?:\w+ )?(?:achieved|shown|demonstrated|attained|emerged|become|reached|recently)|without (?:out|sur))\b/i;
/** Cheap words without which a claim cannot stand: most sentences are done with at once. */
const SAYS_SOTA = /state[- ]of|sota/i;
const SAYS_BEAT = /perform|surpass|exceed|beat|outpac|outclass|dominat/i;

type Claim = {
  cue: RegExp;
  /** Words in the claim that make it none. */
  unless?: RegExp;
  /** Baselines are no rivals here, unless the state of the art is named too. */
  overAll?: true;
} & Phrase;

const claim = (cue: RegExp, head: RegExp, ...parts: Part[]): Claim => ({ cue, head, parts, barred: ';:' });

const CLAIMS: readonly Claim[] = [
  {
    ...claim(SAYS_SOTA, ACHIEVE, 6, SOTA, [
      [/[- ]/y, 3, RESULT],
      [/[.,;)]|$| (?:on|in|for|across|among|at|with|while|of|by|over|when|under|and)\b/iy],
    ]),
    unless: LEVEL,
  },
  { ...claim(SAYS_SOTA, BEAT, 14, SOTA), overAll: true },
  {
    ...claim(
      SAYS_SOTA,
      AHEAD,
      9,
      /(?:than|over|to|on|upon|compared (?:to|with)|against|of|the) /iy,
      4,
      SOTA,
      /(?!['-]? ?(?:\w+ )?(?:of|in) (?:the )?\w+ing)/iy,
    ),
    unless: /rival|compara|competitive|match|on par/i,
    overAll: true,
  },
  claim(SAYS_SOTA, /^(?:state[- ]of[- ](?:the[- ])?arts?|sota)\b/gi),
  claim(
    SAYS_SOTA,
    /\b(?:state[- ]of[- ](?:the[- ])?arts?|sota) (?:is|are|was) /gi,
    3,
    /surpass|outperform|improv|exceed/iy,
  ),
  { ...claim(SAYS_BEAT, BEAT, 4, new RegExp(CLASS, 'iy'), 9, /\w+s\b/iy), overAll: true },
  {
    ...claim(
      /superior to|than|over|upon|compared|against/i,
      AHEAD,
      [[/(?<=\bsuperior )to /iy], [6, /(?:than|over|upon|compared (?:to|with)|against) /iy]],
      new RegExp(`(?:the |those of |that of |both |many )?${CLASS}`, 'iy'),
      6,
      RIVALS,
    ),
    overAll: true,
  },
  {
    ...claim(
      SAYS_BEAT,
      BEAT,
      /(?:all |both |the )*(?:others|competitors|competition|rest|alternatives|all|existing ones|previous ones)\b/iy,
    ),
    overAll: true,
  },
  claim(
    /place|prize|rank|position|champion|winn/i,
    /\b(?:w[io]n\w*|rank\w*|achiev\w*|secur\w+|plac\w+|obtain\w*|got|took|earn\w*|claim\w*|finish\w*) (?:[\w-]+ ){0,4}?(?:first|1st|\$?1\^\S+|top)[- ](?:place|prize|rank|position)\b|\brank(?:s|ed|ing) (?:[\w-]+ ){0,2}?(?:first|1st|top-?1|no\. ?1|\\?#1|number one)\b|\b(?:champion|winning|1st[- ]place|first[- ]place|winner)\b (?:[\w-]+ )?(?:solution|system|method|entry|approach|submission|team|of|in|at|award)\b/gi,
  ),
  claim(
    /best|highest|lowest/i,
    /\b(?:improv|achiev|beat|exceed|surpass|outperform)\w* (?:[\w-]+ ){0,4}?best (?:[\w-]+ )?(?:known|published|reported) (?:[\w-]+ ){0,3}?(?:results?|performance|accurac\w+|scores?|bounds?)|\b(?:best|highest|lowest) (?:[\w-]+ ){0,4}?(?:among|of|across|compared to) (?:all|existing|previous|prior|current)\b/gi,
  ),
];

const TRIGGER =
  /state[- ]of|sota\b|out-?perform|surpass|exceed|superior|beat|better|higher|lower|improv|faster|advan|1st|first|champion|winn|best|highest|outpac|excel|more|less|dominat|rank|gain|fewer|strong|great/i;

/** The authors' claim to be ahead of all there is, in the paper or in the comments. */
export const sota: Fact<Stated<true> | null> = {
  name: 'sota',
  reads: ['abstract', 'title', 'comments'],
  order: 20,
  read: (paper) => firstClaim(paper, ['abstract', 'title', 'comments'], TRIGGER, claimIn),
};

function claimIn({ text }: Sentence): Span | null {
  for (const claim of CLAIMS) {
    if (!claim.cue.test(text)) continue;
    const [span] = phrasesIn(text, claim);
    if (!span) continue;
    if (NOT_OWN.test(text) || NOT_OWN.test(text.replace(LEAD, ''))) return null;
    const said = text.slice(span.start, span.end);
    if (UNSURE.test(text.slice(Math.max(0, span.start - 60), span.end + 1))) continue;
    if (isDenied(text, span.start)) continue;
    if (claim.unless?.test(said) || (claim.overAll && /\bbaselines?\b/i.test(said) && !SAYS_SOTA.test(said)))
      continue;
    return span;
  }
  return null;
}
