import { expect, it } from 'vitest';
import { extractStated } from '@/lib/extract';
import { acronymPairs } from '@/lib/extract/acronym-pairs';
import { paperWith } from './papers';

it.each([
  ['We use a convolutional neural network (CNN).', { CNN: 'convolutional neural network' }],
  ['Image super-resolution (SR) is hard.', { SR: 'super-resolution' }],
  ['Autonomous Mobile Clinics (AMCs) help.', { AMCs: 'Autonomous Mobile Clinics' }],
  ['the Mixture-of-Experts (MoE) layer', { MoE: 'Mixture-of-Experts' }],
  ['MAB (multi-armed bandit) problems', { MAB: 'multi-armed bandit' }],
  ['a system named Quiet Room Control or QRC', { QRC: 'Quiet Room Control' }],
  ['electroencephalogram (EEG) signals', { EEG: 'electroencephalogram' }],
  ['convolutional neural network ( CNN ) models', { CNN: 'convolutional neural network' }],
  ['a hidden random field model (HRF)', { HRF: 'hidden random field' }],
  ['the five-factor model (FFM)', { FFM: 'five-factor model' }],
  ['the medial preoptic nucleus (MPO)', { MPO: 'medial preoptic nucleus' }],
  ['a few embedding functions (e.g., patches)', {}],
  ['the method (see below) works (left) and (i) runs', {}],
  ['a bilingual (English and Chinese) model', {}],
  ['GPUs such as RTX 3090 (24G) suffice', {}],
  ['the temperature (T) rises', {}],
])('%s', (abstract, expected) => {
  const pairs = extractStated(paperWith({ abstract })).acronyms.map(({ value }) => [value.short, value.long]);
  expect(Object.fromEntries(pairs)).toEqual(expected);
});

it('gives symbols of one letter, and neighbours without bracket, to those who ask for pairs', () => {
  expect(acronymPairs('testosterone (T) at the Weighted Data Rate WDR')).toEqual([
    { short: 'T', long: 'testosterone' },
    { short: 'WDR', long: 'Weighted Data Rate' },
  ]);
});

it.each([
  [
    'Here , DA = direct assessment , RR = relative ranking .',
    ['DA direct assessment', 'RR relative ranking'],
  ],
  ['where MP stands for max pooling', ['MP max pooling']],
  ['APML : an architecture proof modeling language', ['APML architecture proof modeling language']],
  ['GMC , grid-based motion clustering', ['GMC grid-based motion clustering']],
  ['University Press , New York , NY', ['NY New York']],
  ['Universal Terrestrial Access ( U - TA )', ['U - TA Universal Terrestrial Access']],
  ['IT in their view', []],
  ['the IR image reader', []],
  ['AN is not a name of a noun', []],
])('reads the pairs of %s', (text, expected) => {
  expect(acronymPairs(text).map(({ short, long }) => `${short} ${long}`)).toEqual(expected);
});
