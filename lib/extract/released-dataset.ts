import type { Stated } from '@/lib/core/facts';
import type { Span } from '@/lib/core/sentences';
import { firstClaim } from './claims';
import type { Fact, Sentence } from './reading';

const NOUN =
  '(?:data ?-?sets?|benchmarks?|corpus|corpora|catalogu?es?|test ?beds?|test suites?|databases?|treebank|benchmark(?:ing)? suite)';
/** What the noun may begin that is no dataset: `dataset distillation`, `benchmark functions`. */
const ENDS =
  "(?![\\w'-]| (?:distill|prun|condens|shift|bias|creation|constr|generat|design|select|quality|size|method|model|approach|framework|result|experiment|performance|problem|function|instance|stud|for (?:future|evaluating our)|evaluation|search|index|engine|system|management|quer|schema|tool|technique|analys))";
const MAKE =
  '(?:introduc|present|propos|releas|construct|build|built|collect|creat|curat|develop|contribut|provid|annotat|compil|assembl|establish|design|publish|open-?sourc|produc|gather|prepar|offer|craft|deliver|record|captur|unveil|launch|synthesi[sz]|generat|describ|put together)\\w*';
const WORD = '(?:[^ ;]*[^ .;] )';
/** A word that may stand in front of the noun it belongs to. */
const OF_NOUN =
  '(?:(?!(?:of|for|to|on|in|with|from|that|which|by|using|via|over|under|across|based|whose|where|as|at|against|into|is|are|the|our|we)[ ,])[^ ;]*[^ .;] )';
const CLAIMS = [
  new RegExp(
    `\\b(?:we|paper|work|study|article|report|authors|here|us|also|then|and|to|further\\w*|by) ${WORD}{0,5}?${MAKE} (?:(?!(?:in|on|by|as|of) )${WORD}){0,3}?(?:an?|(?:the|what \\w+ the) (?:first|largest|most|new)|new|novel|two|three|four|five|several|our|its|large-scale|high-quality|multiple|this|\\d+) ${OF_NOUN}{0,9}?${NOUN}${ENDS}`,
    'i',
  ),
  new RegExp(
    `\\b(?:we|paper|work|study|article|report)[ ,]${WORD}{0,4}?(?:${MAKE} |called |named )(?:the |our )?\\S*[A-Z]\\S*(?: [A-Z\\d(]\\S*){0,4} (?:(?:which|that) is )?(?:an?|the) ${OF_NOUN}{0,10}?${NOUN}${ENDS}`,
  ),
  new RegExp(
    `\\b(?:we|paper|work|study)[ ,]${WORD}{0,4}?${MAKE} (?:the |our )?${OF_NOUN}{0,1}?\\S*[A-Z]\\S*[A-Za-z\\d)] ${OF_NOUN}{0,2}?${NOUN}${ENDS}`,
  ),
  new RegExp(
    `(?<!\\b(?:set|sets|setting|on|using|with) (?:a |an )?)\\b(?:our|a|this) (?:new|novel|newly[- ]\\w+) ${OF_NOUN}{0,6}?${NOUN}${ENDS}(?! (?:in|of|for) (?:performance|terms))`,
    'i',
  ),
  new RegExp(
    `\\b(?:our|this|the (?:resulting|proposed|new|final|released|curated|constructed)) ${OF_NOUN}{0,3}?${NOUN} (?:contain|compris|includ|consist|cover|span|featur|provid|offer|is the (?:first|largest)|enabl|captur|encompass|serv)`,
    'i',
  ),
  new RegExp(`\\b${NOUN},? (?:which )?(?:we )?(?:called|call|named|termed|dubbed|coined) `, 'i'),
  new RegExp(
    `\\b(?:an?|our) ${OF_NOUN}{0,6}?${NOUN} ${WORD}{0,16}?(?:is|was|are|were|has been|have been) ${WORD}{0,2}?(?:introduc|present|construct|built|collect|creat|curat|develop|releas|compil|assembl|establish|propos)ed\\b`,
    'i',
  ),
  /\b(?:releas|open[- ]?sourc|publish|provid)\w* [^.;]{0,60}?\bthe (?:dataset|corpus|benchmark|database) of (?=[A-Z])/,
];
const KIND = '(?:data ?-?set|benchmark|corpus|catalogu?e|test suite|testbed|treebank|database)s?';
const TITLE = new RegExp(
  `(?:[:?] |- )(?:an? |the |towards? |introducing )*(?:[^: ]+ ){0,9}?${KIND}(?: (?:for|of|on|to|in|with|and|from|towards)\\b|$|:|,)|^(?:the |introducing |an? )?(?:[^: ]+ ){0,6}?${KIND}(?: (?:for|of)\\b|:|$)|bench: `,
  'i',
);
const NOT_TITLE =
  /distill|condens|prun|\b(?:on|from|in|with) (?:the )?\S+ (?:data|bench)|re-?visit|learning|evaluat\w+ on|using|without|beyond|shift|analy|investigat|assess|explor|improv|what|how|why|lessons|limits/i;
const OF_OTHERS =
  /\b(?:existing|previous|public|prior|current|standard|popular|well-known|widely[- ]used|common|real-world|different|various|benchmark) (?:[\w-]+ ){0,3}(?:datasets?|benchmarks?|corpora)$|\b(?:sets?|experiments?|evaluat\w+|results?|study|analysis|comparison|method|model|framework|algorithm|baselines?|train\w*|fine-?tun\w*|test) (?:[\w-]+ ){0,4}?(?:on|for|using|over|across|with)\b|\bsets? an?\b/i;

/** A dataset, benchmark, corpus or catalogue that the paper introduces, released or not. */
export const releasedDataset: Fact<Stated<true> | null> = {
  name: 'releasedDataset',
  reads: ['abstract', 'title'],
  order: 12,
  read: (paper) =>
    firstClaim(
      paper,
      ['abstract', 'title'],
      /data ?-?set|bench|corp(?:us|ora)|catalog|test ?(?:bed|suite)|database|treebank/i,
      claimIn,
    ),
};

function claimIn({ text, field }: Sentence): Span | null {
  const patterns = field === 'title' ? (NOT_TITLE.test(text) ? [] : [TITLE]) : CLAIMS;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (!match || (field !== 'title' && OF_OTHERS.test(match[0]))) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
