/** Words that tell what a sentence does in an abstract; a sentence may have several. */
const CUES: readonly (readonly [string, RegExp])[] = [
  [
    'aim',
    /\b(?:aim|goal|objective|purpose|intend|seek|question|hypothes|whether|address|tackle|towards?)\w*\b/i,
  ],
  [
    'proposes',
    /\b(?:we|paper|work|article|study|thesis|survey|review) (?:\w+ )?(?:propos|present|introduc|develop|describ|investigat|explor|consider|analy[sz]|examin|report|study|studies|survey|review|discuss)/i,
  ],
  [
    'proposed',
    /\b(?:is|are|was|were) (?:\w+ )?(?:propos|present|introduc|develop|describ|investigat|studied|analy[sz]|examin|discussed|addressed)/i,
  ],
  [
    'results',
    /\b(?:results?|experiments?|simulations?|evaluations?|findings?|analysis) (?:\w+ ){0,4}(?:show|demonstrat|indicat|suggest|reveal|confirm|that)/i,
  ],
  ['found', /\bwe (?:\w+ )?(?:show|find|found|prove|demonstrat|observ|conclude|obtain|achiev|establish)/i],
  [
    'compares',
    /\b(?:outperform|improv|better|higher|lower|faster|than|compared|superior|accuracy|significant|achiev|effective)/i,
  ],
  [
    'lacks',
    /\b(?:however|but|although|despite|unfortunately|while|yet|challeng|difficult|problem|lack|limited|little|remain|few|costly|expensive|suffer)/i,
  ],
  [
    'known',
    /\b(?:has been|have been|recent|recently|years|widely|many|most|important|increasing|popular|often|usually|typically|traditional|existing|commonly|essential|crucial|become)\b/i,
  ],
  [
    'works',
    /\b(?:based on|using|we use|used|uses|by means|algorithm|consists?|combin|employ|train|first|then|second|finally|each|data (?:were|was)|collected|participants|apply|applied|dataset)\b/i,
  ],
  ['number', /\d ?%|\d\.\d|\btimes\b/],
  [
    'imprint',
    /©|copyright|all rights|elsevier|springer|wiley|keywords|published by|ieee\.|cs\.|proceedings/i,
  ],
  ['asks', /\?\s*$/],
  ['cites', /\[\d|et al|\(\w+,? \d{4}\)/],
  ['link', /https?:|www\.|available (?:at|from|online)/i],
  ['heading', /^\w+(?: \w+){0,2}\s*:/],
  [
    'implies',
    /\b(?:impl(?:y|ies|ications?)|insight|contribut|future|discuss|suggest|useful|provid|help|guid|recommend)/i,
  ],
];

/** The names of the cues in a sentence. */
export function cuesIn(sentence: string): string[] {
  return CUES.flatMap(([name, words]) => (words.test(sentence) ? [name] : []));
}
