import { defineContentScript } from 'wxt/utils/define-content-script';
import { ARXIV_MATCHES, HTML_MATCHES, ROW_MATCHES } from '@/lib/core/hosts';
import { features } from '@/lib/features';
import { readAbs } from '@/lib/page/read-abs';
import { annotate } from './annotate';

export default defineContentScript({
  matches: ARXIV_MATCHES,
  // They have scripts of their own: no page carries what only others need.
  excludeMatches: [...ROW_MATCHES, ...HTML_MATCHES],
  runAt: 'document_start',
  world: 'ISOLATED',
  main: () => annotate({ features, readPaper: readAbs }),
});
