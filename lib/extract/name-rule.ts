/** "It", "the model", "deep learning methods", "100B-scale models" and a lone sign name nothing in particular. */
export function isName(name: string): boolean {
  if (name.length < 2 || !/\p{L}{2}/u.test(name)) return false;
  if (name.split('(').length !== name.split(')').length) return false;
  if (PRONOUN.test(name) || isSort(name)) return false;
  return !(GENERAL.test(name) && !/[\p{Lu}\d-]/u.test(name.slice(1)));
}

const PRONOUN = /^(?:it|they|we|this|these|our|its|data|results|performance)$/i;
const NOUN =
  'methods?|models?|tasks?|approach(?:es)?|systems?|frameworks?|techniques?|algorithms?|strateg(?:y|ies)|datasets?|paradigms?|pipelines?|tools?|data|architectures?|networks?|solutions?|benchmarks?|baselines?';
/** The kinds of thing of which a word or two in front still name none. */
const GENERAL =
  /^(?:[\p{L}]+ ){0,2}(?:methods?|models?|tasks?|approach(?:es)?|systems?|frameworks?|techniques?|algorithms?|strateg(?:y|ies)|datasets?|paradigm|pipeline|tools?|data)$/iu;

/** How big, how made ready, how many steps, how good: what all of a sort have in common. */
const SIZE = /^\d[\d.,]*[kmbt]?(?:-(?:scale|size|sized|class|level|parameter|parameters))?$/i;
const SORTS = new Set(
  (
    'large-scale internet-scale web-scale small-scale full-scale real-world large-size small-sized parameter parameters billion million ' +
    'pre-trained pretrained fine-tuned fine-tuning open-source open-sourced open-weight closed-source off-the-shelf ' +
    'single-stage one-stage two-stage three-stage multi-stage two-step multi-step end-to-end plug-and-play ' +
    'training-free learning-based data-driven state-of-the-art sota high-performance high-quality low-cost cost-effective ' +
    'ai ai-based ml dl unified novel new existing proposed other efficient effective general hybrid simple language reasoning'
  ).split(' '),
);
const LAST = new RegExp(`^(?:${NOUN})$`, 'i');

function isSort(name: string): boolean {
  const words = name.split(/\s+/);
  const last = words.pop() ?? '';
  return LAST.test(last) && words.every((word) => SIZE.test(word) || SORTS.has(word.toLowerCase()));
}
