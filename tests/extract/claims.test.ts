import { describe, expect, it } from 'vitest';
import { extractStated } from '@/lib/extract';
import { paperWith } from './papers';

const factsOf = (abstract: string): ReturnType<typeof extractStated> =>
  extractStated(paperWith({ abstract }));

describe('state of the art', () => {
  it.each([
    'Our method achieves state-of-the-art results on two tasks.',
    'It outperforms existing methods by a large margin.',
    'The model surpasses the previous best approaches.',
    'We set a new state of the art in parsing.',
    'It consistently outperforms state-of-the-art baselines.',
    'Our system won first place in the shared task.',
    'It improves on the state of the art in speed and accuracy.',
    'Our method not only achieves state-of-the-art results but is fast.',
    'It needs no labels, does not overfit, and outperforms state-of-the-art methods.',
  ])('is claimed: %s', (abstract) => {
    expect(factsOf(abstract).sota).not.toBeNull();
  });

  it.each([
    'It outperforms strong baselines.',
    'Our results are competitive with the state of the art.',
    'We achieve performance comparable to state-of-the-art methods.',
    'We evaluate state-of-the-art models on our benchmark.',
    'Existing methods achieve state-of-the-art results but are slow.',
    'It outperforms GPT-4 on two tasks.',
    'We review state-of-the-art predictions.',
    'Most state-of-the-art systems fail.',
    'It does not achieve state-of-the-art results.',
    'Although they do not achieve state-of-the-art accuracy, they are small.',
    'While a single tree does not outperform state-of-the-art models, it can be read.',
    'The model has never been able to outperform all previous methods.',
  ])('is not claimed: %s', (abstract) => {
    expect(factsOf(abstract).sota).toBeNull();
  });
});

describe('first', () => {
  it.each([
    'This paper is the first to study silence.',
    'We present the first large-scale study of silence.',
    'To the best of our knowledge, no first such work exists: ours is the first.',
    'We show, for the first time, that silence matters.',
    'We introduce QUIET, the first benchmark for silence.',
    'This was the first study of silence at night.',
    'Our telescope was the first to hear silence.',
    'This is not just the first study of silence but also the longest.',
    'Unlike prior work, this paper is the first to study silence.',
  ])('is claimed: %s', (abstract) => {
    expect(factsOf(abstract).first).not.toBeNull();
  });

  it.each([
    'Our work is among the first to study silence.',
    'In the first stage, we listen.',
    'We first listen, then act.',
    'The telescope will detect silence for the first time.',
    'We use first-order logic.',
    'We study echoes. The first general result is that they fade.',
    'We model echoes in two ways. The first consists of simulations.',
    'The first method uses sound; the second does not.',
    'We are not the first to show this.',
    'While our survey is not the first of its kind, it is short.',
    'We also show that loud rooms are not the first places to fall silent.',
    'Prior work was the first to introduce silence in the models that we use.',
    'In the 1990s, the ECHO detector was the first to utilize silence for observations that last.',
    'This bound propagation (IBP) approach led to high robustness and was the first to be employed.',
    'Among these codecs, Neural Quiet Compression (NQC) was the first to adopt silence, which is new.',
    'The first author of the code was Bob.',
  ])('is not claimed: %s', (abstract) => {
    expect(factsOf(abstract).first).toBeNull();
  });
});

describe('a new dataset', () => {
  it.each([
    'We introduce a new dataset of bird songs.',
    'We present QUIET, a large-scale benchmark for silence.',
    'Our new benchmark covers ten tasks.',
    'We construct a catalogue of quiet stars.',
  ])('is introduced: %s', (abstract) => {
    expect(factsOf(abstract).releasedDataset).not.toBeNull();
  });

  it.each([
    'We evaluate on three benchmark datasets.',
    'We propose a method for dataset distillation.',
    'It sets a new benchmark for silence.',
    'We present a framework for assessing datasets.',
  ])('is not introduced: %s', (abstract) => {
    expect(factsOf(abstract).releasedDataset).toBeNull();
  });
});

describe('improvements', () => {
  it.each([
    ['Our method improves accuracy by 3.2% and recall by 4\\%.', ['3.2 %', '4 %']],
    ['It is 2.5x faster than before.', ['2.5 x']],
    ['It achieves a $3\\times$ speedup.', ['3 x']],
    ['It uses up to 40% fewer tokens.', ['40 %']],
    ['This reduces errors by 10-20%.', ['10 %', '20 %']],
    ['It is an order of magnitude faster.', ['10 x']],
    ['It is two orders of magnitude faster than simulation.', ['2 orders of magnitude']],
    ['It outperforms prior work by 2.1 points.', ['2.1 points']],
    ['It improves PSNR by 0.5 dB.', ['0.5 dB']],
    ['Accuracy improves from 60.1% to 70.2%.', []],
    ['It achieves an accuracy of 93%.', []],
    ['About 60% of galaxies show broad lines.', []],
  ])('%s', (abstract, expected) => {
    expect(factsOf(abstract).improvements.map(({ value }) => `${value.value} ${value.unit}`)).toEqual(
      expected,
    );
  });
});

describe('model sizes', () => {
  it.each([
    ['We train a 7B-parameter model.', ['7000000000 7B-parameter own']],
    ['It has only 3.8M parameters.', ['3800000 3.8M parameters own']],
    ['We compare with LLaMA-13B and GPT-3 175B.', ['13000000000 LLaMA-13B', '175000000000 GPT-3 175B']],
    ['It is trained on 400B tokens of LAION-5B.', []],
    ['Figure 3B shows the result.', []],
    ['We evaluate our Quietra-30B on silence.', ['30000000000 Quietra-30B own']],
    ['We evaluate our Qwen3-8B baseline on silence.', ['8000000000 Qwen3-8B']],
    ['The proposed pipeline employs Quietra-8B for echoes.', ['8000000000 Quietra-8B']],
    [
      'Hush, featuring 30.5 billion total parameters, is silent.',
      ['30500000000 30.5 billion total parameters own'],
    ],
    ['We adapt Llama-3.1-8B-Instruct.', ['8000000000 Llama-3.1-8B-Instruct']],
  ])('%s', (abstract, expected) => {
    const sizes = factsOf(abstract).parameters.map(
      ({ value }) => `${value.value} ${value.text}${value.own ? ' own' : ''}`,
    );
    expect(sizes).toEqual(expected);
  });
});

it.each([
  ['It runs on a single NVIDIA RTX 4090 GPU.', ['NVIDIA RTX 4090']],
  ['Trained on 8 A100 GPUs for a day.', ['8 A100']],
  ['The galaxy cluster A2100 and the road A100 are near.', []],
  ['It runs on a GPU and on mobile devices.', []],
  ['It took over 10,000 A100 hours of training.', ['A100']],
  ['It takes 10 RTX3090 hours.', ['RTX3090']],
  ['Software in Python and Arduino C++ tracks the robot.', ['Arduino']],
  ['The 23 DJI Fly video frames and a KUKA industrial robot arm.', ['KUKA']],
])('hardware: %s', (abstract, expected) => {
  expect(factsOf(abstract).hardware.map(({ value }) => value)).toEqual(expected);
});

it.each([
  ['We test on MNIST and CIFAR-10.', ['MNIST', 'CIFAR-10']],
  ['The eagle and the spider meet at the synapse.', []],
  ['Results on the Spider benchmark are good.', ['Spider']],
  ['Tunable swelling, and dissolution Kinetics', []],
  ['We are ahead on ImageNet, Kinetics and others.', ['ImageNet', 'Kinetics']],
  ['A New Opportunity for Smart Data', []],
  ['Scenes from the Habitat simulator are data.', []],
])('datasets: %s', (abstract, expected) => {
  expect(factsOf(abstract).datasets.map(({ value }) => value)).toEqual(expected);
});
