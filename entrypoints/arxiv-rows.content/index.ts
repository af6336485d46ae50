import { defineContentScript } from 'wxt/utils/define-content-script';
import { ROW_MATCHES } from '@/lib/core/hosts';
import { rowFeatures } from '@/lib/features/of-rows';
import { readRows } from '@/lib/features/read-rows';
import { annotate } from '../arxiv.content/annotate';

export default defineContentScript({
  matches: ROW_MATCHES,
  runAt: 'document_start',
  world: 'ISOLATED',
  main: () => annotate({ features: rowFeatures, readRows }),
});
