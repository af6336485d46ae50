import type { AnyFeature } from './feature';
import { changedPage } from './changed-page';
import { linkCards } from './link-cards';
import { listingBar } from './listing-bar';
import { listingMarks } from './listing-marks';
import { listingSentences } from './listing-sentences';

/** Every feature of listings, author pages and search results, which have a content script of their own. */
export const rowFeatures: readonly AnyFeature[] = [
  listingBar,
  listingMarks,
  listingSentences,
  linkCards,
  changedPage,
];
