import type { ArxivServer } from '../browser/arxiv-server';
import { invented, SEEDS, OLD_STYLE } from '../pages/papers';
import { absPage, listPage } from '../pages/template';

/** Names that run from right to left, and a title that fills lines. */
export const FAR_OFF = invented('2601.93001', {
  title:
    'Towards a Unified and Comprehensive Theoretical and Empirical Understanding of Cross-Lingual Transfer in Multilingual Pre-trained Models for Low-Resource Right-to-Left Languages: Benchmarks, Scaling Behaviour, Tokenisation, and a Very Long Subtitle That Nobody Will Read to Its End',
  authors: ['נועה כהן', 'محمد عبد الله', 'Anna-Karin Ögren von Habsburg-Lothringen', 'Ngô Bảo Châu'],
  abstract:
    'We study how pre-trained models learn languages that are written from right to left (RTL). To our knowledge this is the first benchmark of its kind: it covers 41 languages. Our 13B model outperforms previous methods by 4.2 points and reaches a new state of the art. Code and data are available at https://github.com/example/right-to-left-benchmark-with-a-long-name and the weights will be released.',
  comments: 'Accepted at EMNLP 2026 (Findings), 31 pages, 12 figures, 9 tables',
  categories: ['cs.CL', 'cs.LG'],
});

export const FAR_OFF_LISTING = '/list/cs.IR/new';
/** A listing that arXiv has made another way than any we know. */
export const CHANGED_LISTING = '/list/cs.DL/new';

/** Puts the invented pages where the sample site has none. */
export function serveSamples(server: ArxivServer): void {
  const put = (path: string, body: string) =>
    server.serve(path, { status: 200, type: 'text/html; charset=utf-8', body });
  put(`/abs/${FAR_OFF.id}`, absPage(FAR_OFF));
  const rows = [FAR_OFF, ...SEEDS.slice(0, 4), OLD_STYLE].map((paper) => ({ paper }));
  const heading = `New submissions (showing ${rows.length} of ${rows.length} entries)`;
  const listing = listPage([{ heading, rows }], { name: 'Information Retrieval', abstracts: true });
  put(FAR_OFF_LISTING, listing);
  put(CHANGED_LISTING, listing.replaceAll(/<(\/?)d[tdl]\b/g, '<$1div'));
}
