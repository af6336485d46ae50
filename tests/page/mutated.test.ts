import { describe, expect, it } from 'vitest';
import { rangesOf } from '@/lib/page/field-text';
import { absSlots } from '@/lib/page/mount';
import { readPage } from '@/lib/page/read';
import { siteOf } from '../pages/site';
import { documentOf } from './documents';
import { borrowedFacts, mutated, randomFrom } from './mutations';

const SEED = 20261123;
const ROUNDS = 2;

// The hostile page is 300 kB: it has its own tests.
const pages = [...siteOf()].filter(
  ([path, { html, contentType }]) =>
    contentType.startsWith('text/html') &&
    html.length < 100_000 &&
    /^\/(?:abs\/(?!.*v\d)|list|search|html)/.test(path),
);

describe('broken pages', () => {
  it.each(pages)(
    'of %s neither throw nor give a paper the facts of another',
    (path, { html }) => {
      const url = new URL(path, 'https://arxiv.org');
      const originals = readPage(documentOf(html), url);
      const random = randomFrom(SEED + path.length);
      for (let round = 0; round < ROUNDS; round += 1) {
        const document = documentOf(mutated(html, random));
        absSlots(document);
        rangesOf(document, 'abstract', { start: 0, end: 40 });
        for (const paper of readPage(document, url)) expect(borrowedFacts(paper, originals)).toEqual([]);
      }
    },
    30_000,
  );

  it('are told apart from whole ones by the oracle', () => {
    const [one, other] = originalsOf('/list/cs.CL/new');
    if (!one || !other) throw new Error('the listing has no two papers');
    expect(borrowedFacts(one, [one, other])).toEqual([]);
    expect(borrowedFacts({ ...one, title: other.title }, [one, other])).toHaveLength(1);
    expect(borrowedFacts(one, [other])).toHaveLength(1);
  });
});

function originalsOf(path: string) {
  return readPage(documentOf(siteOf().get(path)?.html ?? ''), new URL(path, 'https://arxiv.org'));
}
