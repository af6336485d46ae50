export type { Corpus } from './corpus';
export { openCorpus, type CorpusTools } from './open';
