import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectPage } from '@/lib/page/detect';
import { readPage } from '@/lib/page/read';
import { addressIn, caseOf } from '@/pipeline/fixture';
import { OLD_STYLE, SEEDS, seed } from '../pages/papers';
import { absPage, listPage } from '../pages/template';
import { documentOf } from './documents';

const FOLDER = new URL('../pages/', import.meta.url);
const cases = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));

/** What `npm run fixture` wrote beside the page: a line for the page, one for each paper. */
function caseIn(name: string): { page: unknown; papers: unknown[] } {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8').trim().split('\n');
  const [page, ...papers] = lines.map((line): unknown => JSON.parse(line));
  return { page, papers };
}

function urlIn(page: unknown): URL {
  if (typeof page !== 'object' || page === null || !('url' in page))
    throw new Error('the case has no address');
  return new URL(String(page.url));
}

describe('page cases', () => {
  it.each(cases)('%s still reads the same', (name) => {
    const { page, papers } = caseIn(name);
    const url = urlIn(page);
    const html = readFileSync(new URL(name.replace(/jsonl$/, 'html'), FOLDER), 'utf8');
    expect({ url: url.href, kind: detectPage(url).kind }).toEqual(page);
    expect(readPage(documentOf(html), url)).toEqual(papers);
  });
});

describe('npm run fixture', () => {
  it('keeps what the readers read and little else', () => {
    const html = absPage(OLD_STYLE, { mathjax: true });
    const made = caseOf(html, new URL('https://arxiv.org/abs/hep-th/9711200?context=gr-qc'));
    expect(made.name).toBe('abs-hep-th-9711200-context-gr-qc');
    expect(made.papers).toEqual([OLD_STYLE]);
    expect(made.html.length).toBeLessThan(html.length);
    expect(made.html).not.toContain('<header');
    expect(made.html).toContain('math/tex');
  });

  it('keeps every row of a listing', () => {
    const html = listPage([{ rows: SEEDS.map((paper) => ({ paper })) }], { name: 'cs.CL' });
    expect(caseOf(html, new URL('https://arxiv.org/list/cs.CL/new')).papers).toHaveLength(SEEDS.length);
  });

  it('finds the address in a saved page', () => {
    expect(addressIn(absPage(seed('2210.02414')))).toBe('https://arxiv.org/abs/2210.02414v2');
    expect(addressIn('<p>x')).toBeUndefined();
  });
});
