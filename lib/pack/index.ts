export { PackError, type PackErrorCode } from '@/lib/search';
export { PackBuilder, type PackOptions, type SegmentSection } from './build';
export { recordDictionary } from './dictionary';
export { abstractTerms, coinedTerms, pickKeyTerms, type TermCounts } from './key-terms';
export { type Manifest, parseManifest, type PartEntry } from './manifest';
export { blocksOfPart } from './part';
export { type Popularity, rankOfId, staticRank } from './rank';
export { segmentPaper } from './segment-paper';
export { verifyPart } from './verify';
