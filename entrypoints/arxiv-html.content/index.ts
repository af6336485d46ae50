import { defineContentScript } from 'wxt/utils/define-content-script';
import { HTML_MATCHES } from '@/lib/core/hosts';
import { htmlFeatures } from '@/lib/features/of-html';
import { readHtml } from '@/lib/page/read-html';
import { annotate } from '../arxiv.content/annotate';

export default defineContentScript({
  matches: HTML_MATCHES,
  runAt: 'document_start',
  world: 'ISOLATED',
  main: () => annotate({ features: htmlFeatures, readPaper: readHtml }),
});
