import type { AnyFeature } from './feature';
import { changedPage } from './changed-page';
import { keySentences } from './key-sentences';
import { linkCards } from './link-cards';
import { pdfTitle } from './pdf-title';
import { relatedPapers } from './related-papers';
import { shortForms } from './short-forms';
import { sideBlock } from './side-block';
import { statedFacts } from './stated-facts';

/** Every feature of abstract pages, PDFs and pages that show no paper, in the order they run. */
export const features: readonly AnyFeature[] = [
  statedFacts,
  keySentences,
  shortForms,
  sideBlock,
  relatedPapers,
  linkCards,
  changedPage,
  pdfTitle,
];
