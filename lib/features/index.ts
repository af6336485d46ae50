import type { AnyFeature } from './feature';
import { listingBar } from './listing-bar';
import { listingMarks } from './listing-marks';
import { relatedPapers } from './related-papers';
import { sideBlock } from './side-block';
import { statedFacts } from './stated-facts';

/** Every feature, in the order they run. */
export const features: readonly AnyFeature[] = [
  statedFacts,
  sideBlock,
  relatedPapers,
  listingBar,
  listingMarks,
];
