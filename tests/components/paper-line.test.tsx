// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { PaperLine } from '@/components/paper-line';
import { draw, one } from './surface';

const PAPER = {
  title: 'On $\\alpha$-stable \\emph{laws}',
  authors: ["Erd\\H{o}s P\\'al", 'A. Rényi', 'C. Third'],
  authorCount: 12,
  categories: ['math.PR', 'cs.IT'],
  year: 2023,
};

test('shows TeX as readable text, authors, year and primary category', async () => {
  const root = await draw(<PaperLine paper={PAPER} />);
  expect(one(root, '.paper-title').textContent).toBe('On α-stable laws');
  expect(one(root, '.paper-authors').textContent).toBe('Erdős Pál, A. Rényi, C. Third +9');
  expect(one(root, '.paper-when').textContent).toBe('2023 · math.PR');
});

test('marks the author a search was for', async () => {
  const root = await draw(<PaperLine paper={PAPER} matched={['renyi']} />);
  expect(one(root, '.paper-authors mark').textContent).toBe('Rényi');
});

test('a name from right to left stays within its own element', async () => {
  const root = await draw(
    <PaperLine paper={{ ...PAPER, authors: ['\u202eevil', 'B. Second'], authorCount: 2 }} />,
  );
  const names = [...root.querySelectorAll('.paper-authors bdi')].map((name) => name.textContent);
  expect(names).toEqual(['\u202eevil', 'B. Second']);
});

test('a title of 100,000 letters is cut', async () => {
  const root = await draw(<PaperLine paper={{ ...PAPER, title: 'x'.repeat(100_000) }} />);
  expect(one(root, '.paper-title').textContent.length).toBeLessThan(500);
});

test('says nothing of what is not known', async () => {
  const root = await draw(<PaperLine paper={{ ...PAPER, authors: [], authorCount: 0, categories: [] }} />);
  expect(one(root, '.paper-about').textContent).toBe('2023');
});

test('says that there are others where nobody counted them', async () => {
  const root = await draw(<PaperLine paper={{ ...PAPER, authors: ['C. Third'], authorCount: null }} />);
  expect(one(root, '.paper-authors').textContent).toBe('C. Third and others');
});
