import type { Stated } from '@/lib/core/facts';
import type { Span } from '@/lib/core/sentences';
import { firstClaim } from './claims';
import type { Fact, Sentence } from './reading';

const SOTA = '(?:state[- ]of[- ](?:the[- ])?arts?|sota)\\b';
const words = (most: number): string => `(?:[^ ;:]*[^ .;:] ){0,${most}}?`;

const BEAT = '(?:out-?perform|surpass|exceed|beat|outpac|outclass|dominat)\\w*';
const AHEAD =
  '(?:superior\\w*|improv\\w*|advanc\\w*|advantages?|gains?|better|higher|lower|faster|stronger|greater|larger|fewer|less|more|push\\w*|favou?rabl[ey]|progress)';
const ACHIEVE =
  '(?:achiev|attain|obtain|reach|set|establish|yield|deliver|demonstrat|show|provid|produc|exhibit|report|lead|result|with|new|is|are|offer|gain|maintain|enabl|ensur|secur|remain|represent|becom|present)\\w*';
const RESULT =
  '(?:performances?|results?|accurac\\w+|scores?|quality|robustness|efficiency|effectiveness|generali[sz]\\w+|success|fidelity|precision|level|status|rates?|trade-?offs?|F1|AUC\\w*|mAP|mIoU|PSNR|FID|throughput|capabilit\\w+|zero-shot|outcomes|[\\w-]*calculations|detection|bounds?|values|numbers|perplexity|consistency|speed)';
/** Those a paper says it beats, as a class; baselines and "traditional" methods are not the field. */
const CLASS =
  '(?:all|every|any|other|existing|previous(?:ly)?|prior|earlier|currently?|recent(?:ly)?|competing|compar(?:ed|ison|ative|able)|contemporary|alternative|competitive|competitors|counterparts|leading|published|known|available|modern|related|latest|the compared|contemporaneous)';

/** What a paper may be better than; "lower than previous estimates" is no claim to be ahead. */
const RIVALS =
  '(?:methods?|approach(?:es)?|models?|algorithms?|techniques?|works?|systems?|solutions?|networks|frameworks|estimators|schemes|strategies|competitors|counterparts|tools|toolkits|solvers|detectors|policies|agents|architectures|alternatives|designs|encoders|\\w*LMs|samplers|optimizers|predictors|arts?|baselines?|techniques|pipelines|planners|classifiers|decoders|attacks|defenses|heuristics)';

/** Cheap words without which a pattern cannot match: a large pattern takes milliseconds at its first use on a page. */
const SAYS_SOTA = /state[- ]of|sota/i;
const SAYS_BEAT = /perform|surpass|exceed|beat|outpac|outclass|dominat/i;

const CLAIMS: readonly { cue: RegExp; pattern: RegExp }[] = [
  {
    cue: SAYS_SOTA,
    pattern: new RegExp(
      `\\b${ACHIEVE} ${words(6)}(?:${SOTA})(?:[- ]${words(3)}${RESULT}\\b|[.,;)]|$| (?:on|in|for|across|among|at|with|while|of|by|over|when|under|and)\\b)`,
      'i',
    ),
  },
  { cue: SAYS_SOTA, pattern: new RegExp(`\\b${BEAT} ${words(14)}${SOTA}`, 'i') },
  {
    cue: SAYS_SOTA,
    pattern: new RegExp(
      `\\b${AHEAD} ${words(9)}(?:than|over|to|on|upon|compared (?:to|with)|against|of|the) ${words(4)}${SOTA}(?!['-]? ?(?:\\w+ )?(?:of|in) (?:the )?\\w+ing)`,
      'i',
    ),
  },
  {
    cue: SAYS_SOTA,
    pattern: new RegExp(
      `^${SOTA}|\\b${SOTA} (?:is|are|was) ${words(3)}(?:surpass|outperform|improv|exceed)`,
      'i',
    ),
  },
  { cue: SAYS_BEAT, pattern: new RegExp(`\\b${BEAT} ${words(4)}${CLASS} ${words(9)}\\w+s\\b`, 'i') },
  {
    cue: /superior to|than|over|upon|compared|against/i,
    pattern: new RegExp(
      `\\b(?:superior to|${AHEAD} ${words(6)}(?:than|over|upon|compared (?:to|with)|against)) (?:the |those of |that of |both |many )?${CLASS} ${words(6)}${RIVALS}\\b`,
      'i',
    ),
  },
  {
    cue: SAYS_BEAT,
    pattern: new RegExp(
      `\\b${BEAT} (?:all |both |the )*(?:others|competitors|competition|rest|alternatives|all|existing ones|previous ones)\\b`,
      'i',
    ),
  },
  {
    cue: /place|prize|rank|position|champion|winn/i,
    pattern:
      /\b(?:w[io]n\w*|rank\w*|achiev\w*|secur\w+|plac\w+|obtain\w*|got|took|earn\w*|claim\w*|finish\w*) (?:[\w-]+ ){0,4}?(?:first|1st|\$?1\^\S+|top)[- ](?:place|prize|rank|position)\b|\brank(?:s|ed|ing) (?:[\w-]+ ){0,2}?(?:first|1st|top-?1|no\. ?1|\\?#1|number one)\b|\b(?:champion|winning|1st[- ]place|first[- ]place|winner)\b (?:[\w-]+ )?(?:solution|system|method|entry|approach|submission|team|of|in|at|award)\b/i,
  },
  {
    cue: /best|highest|lowest/i,
    pattern:
      /\b(?:improv|achiev|beat|exceed|surpass|outperform)\w* (?:[\w-]+ ){0,4}?best (?:[\w-]+ )?(?:known|published|reported) (?:[\w-]+ ){0,3}?(?:results?|performance|accurac\w+|scores?|bounds?)|\b(?:best|highest|lowest) (?:[\w-]+ ){0,4}?(?:among|of|across|compared to) (?:all|existing|previous|prior|current)\b/i,
  },
];

const LEVEL =
  /\b(?:competitive\w*|comparabl[ey]|on[- ]par|par|similar|close|match\w*|rival\w*|parity|near|approach(?:es|ing)|compar(?:ed|es|ing|ison)|equal\w*|contend\w*|combin\w+|using|use[sd]?|evaluat\w+|benchmark(?:ed|ing)?|test(?:ed|ing)?|integrat\w*|extend\w*|appl\w+|against|than|existing|current|recent|several|many|most|various|some|other|these|those|six|five|four|three|limitations?|agreement|consistent)\b/i;
const NOT_OWN =
  /^(?:(?:however|while|although|despite|though|recently|yet|nevertheless)?,? ?(?:(?:the |these |most |many |some )?(?:existing|current|recent\w*|prior|previous|state|recently|traditional|large|deep|several|many|most|transformers?|self)\b|despite)|in recent|over the (?:past|last)|to (?:achieve|obtain|attain|reach|improve|push|advance))/i;
const UNSURE =
  /\?$|\b(?:whether|aim(?:s|ing)? (?:to|at)|hop(?:e|ing) to|not (?:\w+ ){0,2}(?:out|sur|exceed|necess|always|consist)|cannot|fails?|failing|could|might|can sometimes|(?<!\bwe )have (?:\w+ )?(?:achieved|shown|demonstrated|attained|emerged|become|reached|recently)|without (?:out|sur))\b/i;
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
  for (const [index, { cue, pattern }] of CLAIMS.entries()) {
    const match = cue.test(text) && pattern.exec(text);
    if (!match) continue;
    if (NOT_OWN.test(text)) return null;
    const said = match[0];
    if (UNSURE.test(text.slice(Math.max(0, match.index - 60), match.index + said.length + 1))) continue;
    if (index === 0 ? LEVEL.test(said) : index === 2 && /rival|compara|competitive|match|on par/i.test(said))
      continue;
    if (index > 0 && index < 7 && /\bbaselines?\b/i.test(said) && !new RegExp(SOTA, 'i').test(said)) continue;
    return { start: match.index, end: match.index + said.length };
  }
  return null;
}
