import { DATASET_NAMES } from './dataset-names';

const DATASET = new RegExp(`^(?:${DATASET_NAMES})$`);
/** What a name of a dataset has, and most words have not: the long list is tried on few. */
const NAME = /^\p{Lu}.*[\p{Lu}\d]|^\d/u;

const METRICS =
  'accuracy accuracies precision recall f f1 f-measure fmeasure f-score fscore f1-score bleu rouge meteor perplexity auc auroc map mrr ndcg psnr ssim iou miou wer cer ter error rmse mae las uas latency speed kappa correlation score scores rate rates cider fid dice throughput';
const DATASETS =
  'dataset datasets data-set data-sets corpus corpora benchmark benchmarks treebank treebanks database databases collection collections suite';
const TASKS =
  'task tasks problem problems recognition classification detection parsing translation segmentation summarisation summarization answering extraction generation retrieval tagging resolution labeling prediction estimation analysis understanding inference disambiguation modeling alignment identification induction reconstruction';
const METHODS =
  'method methods model models algorithm algorithms network networks approach approaches framework frameworks technique techniques system systems architecture architectures classifier classifiers learning transformer transformers encoder encoders decoder decoders embedding embeddings svm svms crf crfs lstm lstms grammar grammars kernel kernels autoencoder autoencoders attention regularization optimization parser parsers feature features';
const STOPS =
  'the a an of for in on to with by and or we is are that which from as our this using it be at has have can was were';

/** What a word says of the name it ends: metric, a dataset by name, or by its noun, task, method. */
export type WordKind = '' | 'm' | 'd' | 'D' | 'T' | 'M';

const KINDS = new Map<string, WordKind>(
  (
    [
      ['m', METRICS],
      ['D', DATASETS],
      ['T', TASKS],
      ['M', METHODS],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word): [string, WordKind] => [word, kind])),
);
const STOP = new Set(STOPS.split(' '));

export function kindOf(word: string, lower: string): WordKind {
  if (NAME.test(word) && DATASET.test(word)) return 'd';
  return KINDS.get(lower) ?? (lower.startsWith('rouge-') ? 'm' : '');
}

/** A word that no name runs through, or a sign. */
export function isStop(lower: string): boolean {
  return STOP.has(lower) || !/[\p{L}\p{N}]/u.test(lower);
}
