import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keySentences, type RoledSentence } from '@/lib/extract/key-sentences';
import { shortFormsIn } from '@/lib/extract/short-forms';
import { paperWith } from './papers';

const said = (text: string, role: RoledSentence['role'], sureness = 0.9): RoledSentence => ({
  text,
  role,
  sureness,
  aim: role === 'objective' || role === 'method' ? sureness : 0,
});

it('the sentence that says what is done is preferred to one that only belongs to the method', () => {
  const sentences = [
    said('Trees are everywhere.', 'background'),
    said('The leaves are counted.', 'method'),
    said('We propose a new way of counting them.', 'method'),
    said('Results show that it saves 30% of the time.', 'result'),
  ];
  expect(keySentences(sentences)).toEqual({ does: 2, found: 3 });
});

it('what the model is not sure of is not said', () => {
  expect(keySentences([said('We propose a way.', 'objective', 0.4)])).toEqual({ does: null, found: null });
});

it('a sentence that may be objective or method says what is done, whichever it is', () => {
  const unsure = { ...said('We propose a way.', 'objective', 0.4), aim: 0.7 };
  expect(keySentences([said('Trees are many.', 'background'), unsure]).does).toBe(1);
});

it('what is done or found beside the main thing is passed over', () => {
  const sentences = [
    said('We also describe the roots.', 'method'),
    said('Further, we introduce a name for them.', 'method'),
    said('We propose a law of leaves.', 'method'),
    said('We further show that it holds for needles.', 'result'),
    said('We find that it holds for all trees.', 'result'),
  ];
  expect(keySentences(sentences)).toEqual({ does: 2, found: 4 });
});

it('a result without a finding is none', () => {
  expect(keySentences([said('All runs took place at night.', 'result')]).found).toBeNull();
});

it('a short form is told where it stands alone, after the place that explains it', () => {
  const abstract =
    'A KG is used. Knowledge graphs (KGs) help; KGs, KG-based search and the KGBERT at http://x.org/KGs too.';
  const found = shortFormsIn(paperWith({ abstract }));
  expect(found.map(({ at }) => abstract.slice(at.start, at.end))).toEqual(['KGs']);
  expect(found[0]?.long).toBe('Knowledge graphs');
});

it('short forms are within the abstract and are what was asked for, whatever the text', () => {
  const text = fc.array(
    fc.constantFrom('long form (LF)', ' LF', 'LF.', ' ', 'LFs', '(', 'a LF-x', '\u{1d400}'),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(text, (parts) => {
      const abstract = parts.join(' ');
      for (const { at } of shortFormsIn(paperWith({ abstract })))
        expect(abstract.slice(at.start, at.end)).toMatch(/^LFs?$/);
    }),
  );
});
