import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtexName } from '@/lib/exchange/author-name';
import { toBibtex } from '@/lib/exchange/bibtex';
import { escapeTex } from '@/lib/exchange/escape-tex';
import { protectCapitals } from '@/lib/exchange/title-case';
import { paperOf } from '../library/fresh-library';
import { readBibtex } from './read-bibtex';

const GLM = paperOf('2210.02414', {
  title: 'GLM-130B: An Open Bilingual Pre-trained Model',
  authors: ['Aohan Zeng', 'Xiao Liu'],
  categories: ['cs.CL', 'cs.AI'],
  submitted: '2022-10-05',
});

test('a paper of today', () => {
  expect(toBibtex(GLM)).toBe(`@misc{zeng2022glm,
  author = {Zeng, Aohan and Liu, Xiao},
  title = {{GLM}-{130B}: An Open Bilingual Pre-trained Model},
  year = {2022},
  eprint = {2210.02414},
  archivePrefix = {arXiv},
  primaryClass = {cs.CL},
  url = {https://arxiv.org/abs/2210.02414},
}
`);
});

test('a paper with an old id, a journal reference, a DOI and a report number', () => {
  const { key, fields } = readBibtex(
    toBibtex(
      paperOf('hep-th/9711200', {
        title: 'The Large N limit of superconformal field theories and supergravity',
        authors: ['Juan M. Maldacena'],
        categories: ['hep-th'],
        journalRef: 'Adv.Theor.Math.Phys.2:231-252,1998',
        doi: '10.1023/A:1026654312961',
        reportNo: 'HUTP-97/A097, hep_th#1',
      }),
    ),
  );
  expect(key).toBe('maldacena1997large');
  expect(Object.fromEntries(fields)).toMatchObject({
    author: 'Maldacena, Juan M.',
    title: 'The {Large} {N} limit of superconformal field theories and supergravity',
    year: '1997',
    eprint: 'hep-th/9711200',
    primaryClass: 'hep-th',
    note: 'Adv.Theor.Math.Phys.2:231-252,1998',
    doi: '10.1023/A:1026654312961',
    reportNumber: 'HUTP-97/A097, hep\\_th\\#1',
  });
});

test('the key depends on neither the later versions nor the spelling of accents', () => {
  const key = (title: string, author: string) =>
    readBibtex(toBibtex({ ...GLM, title, authors: [author] })).key;
  expect(key('On the Poincaré map', 'Pál Erdős')).toBe('erdos2022poincare');
  expect(key('On the Poincare\u0301 map', 'Pa\u0301l Erdo\u030bs')).toBe('erdos2022poincare');
  expect(key('A $k$-means of', 'Łukasz Świątek')).toBe('swiatek2022means');
  expect(key('关于', '李明')).toBe('arxiv:2210.02414');
});

test.each([
  ['Aohan Zeng', 'Zeng, Aohan'],
  ['Mark van der Wilk', 'van der Wilk, Mark'],
  ['Ludwig von Beethoven Jr.', 'von Beethoven, Jr., Ludwig'],
  ['Van Le', 'Le, Van'],
  ['J. D. Smith III', 'Smith, III, J. D.'],
  ['ATLAS Collaboration', '{ATLAS Collaboration}'],
  ['DeepSeek-AI', '{DeepSeek-AI}'],
  ['Madonna', '{Madonna}'],
  ['Pál Erdős', "Erd{\\H{o}}s, P{\\'{a}}l"],
  ['Søren Kierkegaard', 'Kierkegaard, S{\\o}ren'],
  ['Barnes and Noble', 'Noble, {Barnes and}'],
])('%s is the author %s', (name, written) => {
  expect(bibtexName(name)).toBe(written);
});

test.each([
  ['50% of R&D #1_a', '50\\% of R\\&D \\#1\\_a'],
  ['costs $5', 'costs \\$5'],
  ['$\\ell_1$ and $\\Lambda$CDM', '{$\\ell_1$} and {$\\Lambda$}CDM'],
  ['Schr\\"odinger, {\\it ab initio}', 'Schr\\"odinger, {\\it ab initio}'],
  ['100\\% sure', '100\\% sure'],
  ['half { open', 'half \\textbraceleft{} open'],
  ['math $}{$ of braces', 'math \\$\\textbraceright{}\\textbraceleft{}\\$ of braces'],
  [
    '“quoted” – dashed — α-decay, naïve ß',
    "``quoted'' -- dashed --- $\\alpha$-decay, na{\\\"{\\i}}ve {\\ss}",
  ],
  ['中文 stays', '中文 stays'],
  ['in\u200bvisible \u202eturned\u0007', 'invisible turned'],
  [' white \n space ', 'white space'],
])('the text %j is written %j', (text, escaped) => {
  expect(escapeTex(text)).toBe(escaped);
});

test.each([
  ['Attention is all you need', 'Attention is all you need'],
  ['Finding Gröbner bases of the Laplace operator', 'Finding {Gröbner} bases of the {Laplace} operator'],
  ['Scaling Laws of BERT and mT5', 'Scaling Laws of {BERT} and {mT5}'],
  ['Something new: Another start of a sentence', 'Something new: Another start of a sentence'],
  ['{AlphaGo} again', '{AlphaGo} again'],
])('capitals that mean something are kept: %s', (title, written) => {
  expect(protectCapitals(title)).toBe(written);
});

const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('{', '}', '\\', '$', '%', '"', '@', ',', ' ', 'a', 'é', '\u202e'),
    maxLength: 60,
  }),
);

test('whatever the fields hold, the entry is one entry with just these fields', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      HOSTILE,
      HOSTILE,
      HOSTILE,
      fc.array(HOSTILE, { maxLength: 4 }),
      (title, note, doi, authors) => {
        const { fields, type } = readBibtex(toBibtex({ ...GLM, title, authors, journalRef: note, doi }));
        expect(type).toBe('misc');
        expect(fields.get('eprint')).toBe(GLM.id);
        expect(fields.get('url')).toBe('https://arxiv.org/abs/2210.02414');
      },
    ),
    { numRuns: 2_000 },
  );
});

test('100 kB of anything is written in linear time', { timeout: 60_000 }, () => {
  for (const unit of ['$', '{', '\\$', '{}', 'A ', '$x$ ', 'é', '\\']) {
    const start = performance.now();
    toBibtex({ ...GLM, title: unit.repeat(100_000 / unit.length) });
    expect(performance.now() - start).toBeLessThan(3_000);
  }
});

test('authors that are not known by name are others', () => {
  const { fields } = readBibtex(toBibtex({ ...GLM, hasMoreAuthors: true }));
  expect(fields.get('author')).toBe('Zeng, Aohan and Liu, Xiao and others');
});

test('3,000 authors are all there', () => {
  const authors = Array.from({ length: 3_000 }, (_, index) => `Given${index} Family${index}`);
  const { fields } = readBibtex(toBibtex({ ...GLM, authors }));
  expect(fields.get('author')?.split(' and ')).toHaveLength(3_000);
});
