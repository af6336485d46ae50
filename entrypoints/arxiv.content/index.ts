import { defineContentScript } from 'wxt/utils/define-content-script';
import { ARXIV_MATCHES, HTML_MATCHES } from '@/lib/core/hosts';
import { features } from '@/lib/features';
import { readAbs } from '@/lib/page/read-abs';
import { annotate } from './annotate';

export default defineContentScript({
  matches: ARXIV_MATCHES,
  // They have a script of their own: neither page carries what only the other needs.
  excludeMatches: HTML_MATCHES,
  runAt: 'document_start',
  world: 'ISOLATED',
  main: () => annotate(features, readAbs),
});
