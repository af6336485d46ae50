import { describe, expect, it } from 'vitest';
import { extractStated } from '@/lib/extract';
import { paperWith } from './papers';

const linksIn = (abstract: string): string[] =>
  extractStated(paperWith({ abstract })).links.map(({ value }) => `${value.kind} ${value.url}`);
const offersIn = (abstract: string): string[] =>
  extractStated(paperWith({ abstract })).available.map(({ value }) => `${value.what} ${value.state}`);

describe('links and what they are', () => {
  it.each([
    ['Code is available at https://github.com/a/b.', ['code https://github.com/a/b']],
    ['Code: \\url{https://github.com/a/b}', ['code https://github.com/a/b']],
    ['(see https://github.com/a/b).', ['code https://github.com/a/b']],
    ['Our code is at github.com/a/b', ['code github.com/a/b']],
    ['at https://github.com/a/my\\_tool', ['code https://github.com/a/my_tool']],
    ['Project page: https://a.github.io/b/', ['project https://a.github.io/b/']],
    ['The dataset is at https://huggingface.co/datasets/a/b', ['data https://huggingface.co/datasets/a/b']],
    ['Weights: https://huggingface.co/a/b', ['model https://huggingface.co/a/b']],
    ['Data: https://zenodo.org/records/1', ['data https://zenodo.org/records/1']],
    ['Dataset: https://github.com/a/b', ['data https://github.com/a/b']],
    ['Slides: https://example.org/slides.pdf', ['other https://example.org/slides.pdf']],
    ['Code: https://github.com/a/b and again https://github.com/a/b/', ['code https://github.com/a/b']],
    ['See https://doi.org/10.1000/1 and https://arxiv.org/abs/2001.00001', []],
    ['Code is available at this https URL', []],
  ])('%s', (abstract, expected) => {
    expect(linksIn(abstract)).toEqual(expected);
  });
});

describe('released or promised', () => {
  it.each([
    ['Code is available at https://github.com/a/b.', ['code released']],
    ['Our code and data are publicly available.', ['code released', 'data released']],
    [
      'We release the code, the dataset and model weights.',
      ['code released', 'data released', 'model released'],
    ],
    ['We have open-sourced our models.', ['model released']],
    ['It is an attempt to open-source a model as good as others.', []],
    ["It depends on people's willingness to share their data.", []],
    ['We aim to release our code soon.', ['code promised']],
    ['Code will be released upon acceptance.', ['code promised']],
    [
      'The source code and dataset will be made available at https://github.com/a/b.',
      ['code promised', 'data promised'],
    ],
    ['We will release our benchmark soon. Code: https://github.com/a/b', ['code released', 'data promised']],
    ['We evaluate on publicly available datasets.', []],
    ['Existing datasets are not publicly available.', []],
    ['Vendors have made strides against bias, their alignment datasets are not publicly available.', []],
    ['Each needs labels, making it challenging to guide when (labeled) training data are not available.', []],
    ['No code was released.', []],
    ['The code cannot be made publicly available.', []],
    ['Neither code nor data are publicly available.', []],
    ['The code of the baseline is available at https://github.com/a/b.', []],
    ['Released in 2019, the code of BERT is publicly available. In this paper we analyze it.', []],
    ['We make our code and models available.', ['code released', 'model released']],
    ['With no extra cost, the code is publicly available.', ['code released']],
    ['We build a dataset of birds.', []],
    ['The energy released in the collapse is small.', []],
  ])('%s', (abstract, expected) => {
    expect(offersIn(abstract)).toEqual(expected);
  });
});
