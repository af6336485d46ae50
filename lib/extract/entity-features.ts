import { DATASET_NAMES } from './dataset-names';
import { hashOf } from './weights';

const DATASET = new RegExp(`^(?:${DATASET_NAMES})$`);
/** What a name of a dataset has, and most words have not: the long list is tried on few. */
const NAME = /^\p{Lu}.*[\p{Lu}\d]|^\d/u;
const METRIC =
  /^(?:accurac(?:y|ies)|precision|recall|f1?|f-?measure|f-?score|f1-score|bleu|rouge(?:-\w+)?|meteor|perplexity|auc|auroc|map|mrr|ndcg|psnr|ssim|iou|miou|wer|cer|ter|error|rmse|mae|las|uas|latency|speed|kappa|correlation|scores?|rates?|cider|fid|dice|throughput)$/i;
const HEAD: readonly (readonly [string, RegExp])[] = [
  ['D', /^(?:data-?sets?|corpus|corpora|benchmarks?|treebanks?|databases?|collections?|suite)$/i],
  [
    'T',
    /^(?:tasks?|problems?|recognition|classification|detection|parsing|translation|segmentation|summari[sz]ation|answering|extraction|generation|retrieval|tagging|resolution|labeling|prediction|estimation|analysis|understanding|inference|disambiguation|modeling|alignment|identification|induction|reconstruction)$/i,
  ],
  [
    'M',
    /^(?:methods?|models?|algorithms?|networks?|approach(?:es)?|frameworks?|techniques?|systems?|architectures?|classifiers?|learning|transformers?|encoders?|decoders?|embeddings?|svms?|crfs?|lstms?|grammars?|kernels?|autoencoders?|attention|regularization|optimization|parsers?|features?)$/i,
  ],
];
/** A sentence beyond this many tokens is read in part. */
export const MOST_TOKENS = 400;

/**
 * Hashed features of each token of a sentence: the word, its form and its neighbours. `guideline`
 * adds a copy of the strongest ones for the set the labels follow.
 */
export function entityFeatures(tokens: readonly string[], guideline: string): number[][] {
  const seen = tokens.slice(0, MOST_TOKENS).map(tokenForm);
  const heads = headsAhead(seen);
  const set = hashOf(guideline);
  return seen.map((_, at) => {
    const features = featuresAt(seen, at);
    features.push(`hd${heads[at] ?? ''}`);
    const hashes = features.map(hashOf);
    for (let index = 0; index < COPIED; index += 1) hashes.push(mixed(hashes[index] ?? 0, set));
    return hashes;
  });
}

/** How many features, the strongest first, are also learnt for each guideline by itself. */
const COPIED = 26;

/** Two hashes as one. */
function mixed(hash: number, other: number): number {
  return Math.imul(hash ^ other, 0x01000193) >>> 0;
}

type Form = { word: string; lower: string; stem: string; shape: string; known: string };

function tokenForm(word: string): Form {
  const lower = word.toLowerCase();
  const shape = word
    .replace(/\p{Lu}+/gu, (run) => (run.length > 1 ? 'XX' : 'X'))
    .replace(/\p{Ll}+/gu, 'x')
    .replace(/\d+/g, '0');
  const head = HEAD.find(([, pattern]) => pattern.test(word))?.[0] ?? '';
  return {
    word: word.replace(/\d/g, '0'),
    lower: lower.replace(/\d/g, '0'),
    stem: lower.replace(/(?:ies|es|s)$/, '').slice(0, 7),
    shape: shape.slice(0, 8),
    known: NAME.test(word) && DATASET.test(word) ? 'd' : METRIC.test(word) ? 'm' : head,
  };
}

/** For each token, the kind of the noun its run of words ends in: what tells a task from a method. */
function headsAhead(forms: readonly Form[]): string[] {
  const out: string[] = [];
  let head = '';
  for (let at = forms.length - 1; at >= 0; at -= 1) {
    const form = forms[at];
    if (
      !form ||
      /^(?:[^\p{L}\p{N}]+|the|an?|of|for|in|on|to|with|by|and|or|we|is|are|that|which|from|as|our|this|using|it|be|at|has|have|can|was|were)$/u.test(
        form.lower,
      )
    )
      head = '';
    else if (head === '') head = form.known === '' ? `_${form.lower.slice(-4)}` : form.known;
    out.push(head);
  }
  return out.reverse();
}

const EDGE: Form = { word: '|', lower: '|', stem: '|', shape: '|', known: '' };

function featuresAt(forms: readonly Form[], at: number): string[] {
  const [b2, b1, own, a1, a2] = [-2, -1, 0, 1, 2].map((step) => forms[at + step] ?? EDGE) as [
    Form,
    Form,
    Form,
    Form,
    Form,
  ];
  const { word, lower, stem, shape } = own;
  return [
    'bias',
    `w${word}`,
    `l${lower}`,
    `m${stem}`,
    `s${shape}`,
    `k${own.known}`,
    `l-1${b1.lower}`,
    `l+1${a1.lower}`,
    `l-2${b2.lower}`,
    `l+2${a2.lower}`,
    `b-${b1.lower} ${lower}`,
    `b+${lower} ${a1.lower}`,
    `c${b1.lower}_${a1.lower}`,
    `d${b2.lower} ${b1.lower}`,
    `e${a1.lower} ${a2.lower}`,
    `s-1${b1.shape}`,
    `s+1${a1.shape}`,
    `ss${b1.shape}${shape}`,
    `sss${b1.shape}${shape}${a1.shape}`,
    `k-1${b1.known}`,
    `k+1${a1.known}`,
    `k+2${a2.known}`,
    `kk${own.known}${a1.known}${a2.known}`,
    `x3${lower.slice(-3)}`,
    `x4${lower.slice(-4)}`,
    `p3${lower.slice(0, 3)}`,
    `p4${lower.slice(0, 4)}`,
    `x2${lower.slice(-2)}`,
    `m-1${b1.stem}`,
    `m+1${a1.stem}`,
    `x-1${b1.lower.slice(-3)}`,
    `x+1${a1.lower.slice(-3)}`,
    `mm${stem} ${a1.stem}`,
    `at${at === 0 ? '0' : '+'}${shape}`,
    `len${Math.min(word.length, 5)}`,
    `y${/-/.test(word) ? '-' : ''}${/\d/.test(own.word) ? '0' : ''}${/[A-Z].*[A-Z]/.test(word) ? 'A' : ''}`,
  ];
}
