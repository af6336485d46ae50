import { invented } from '@/tests/pages/papers';
import { listPage } from '@/tests/pages/template';

/** A listing of so many rows; abstracts are as long as arXiv's are in the mean. */
export function listingOf(rows: number, { abstracts } = { abstracts: true }): string {
  const papers = Array.from({ length: rows }, (_, at) => ({
    paper: invented(`2611.${String(10_000 + at)}`, {
      title: `Paper ${at + 1} of the morning`,
      abstract: `${'We study how models of language learn from data. '.repeat(28)}Our code is available at https://github.com/a/b .`,
      comments: at % 3 === 0 ? 'Accepted at ICML 2026, 12 pages, 3 figures' : null,
    }),
  }));
  return listPage([{ heading: 'New submissions', rows: papers }], {
    name: 'Machine Learning',
    abstracts,
  });
}
