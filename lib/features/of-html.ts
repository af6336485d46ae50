import type { AnyFeature } from './feature';
import { citationCards } from './citation-cards';
import { htmlPaper } from './html-paper';

/** Every feature of HTML papers, which have a content script of their own. */
export const htmlFeatures: readonly AnyFeature[] = [htmlPaper, citationCards];
