import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { extractModelled } from '@/lib/extract/models';
import { isName } from '@/lib/extract/name-rule';
import { packagedModels } from '../../pipeline/packaged-models';

it.each([
  '100B-scale models',
  '27B parameter models',
  '7B models',
  'large-scale models',
  'Pre-trained models',
  'training-free two-stage framework',
  'Unified Framework',
  'SOTA methods',
  'deep learning methods',
  'it',
  'β',
  'U-Net (',
])('%s names nothing in particular', (name) => {
  expect(isName(name)).toBe(false);
});

it.each([
  'GLM-130B',
  'vision-language models',
  'Transformer-based models',
  'graph neural networks',
  'INT4 quantization',
  'RAG systems',
  'two-stage masked pre-training strategy',
  '3D Gaussian Splatting',
])('%s is a name', (name) => {
  expect(isName(name)).toBe(true);
});

it('no size is shown as a method of a seed', () => {
  const methods = readFileSync('tests/seeds/seeds.jsonl', 'utf8')
    .trim()
    .split('\n')
    .flatMap((line) => {
      const paper = parseSnapshotRecord(JSON.parse(line));
      if ('error' in paper) throw new Error(paper.error);
      return extractModelled(paper, packagedModels()).methods.map(({ value }) => value);
    });
  expect(methods).not.toEqual([]);
  expect(methods.filter((name) => /^\d+B-scale|^pre-trained models$/i.test(name))).toEqual([]);
});
