import { beforeAll, describe, expect, it } from 'vitest';
import { search, type Segment } from '@/lib/search';
import { seedSegmentPapers, segmentOf } from './papers';

/** Each of the ten by words of its title, an author's surname, its id, and its method or acronym. */
const SEEDS: readonly { id: string; title: string; author: string; method: string }[] = [
  {
    id: '2301.13442',
    title: 'scaling laws single agent',
    author: 'Schulman',
    method: 'intrinsic performance',
  },
  { id: '2211.16776', title: 'coarse to fine pixel integration', author: 'Gangshan Wu', method: 'IPSA' },
  { id: '2211.14313', title: 'aicom monkeypox', author: 'Tim Tianyi Yang', method: 'AICOM-MP' },
  {
    id: '2210.16771',
    title: 'parameter-efficient tuning classification head',
    author: 'Qingsong Lv',
    method: 'head-only pretraining',
  },
  {
    id: '2210.02414',
    title: 'open bilingual pre-trained model',
    author: 'Tang bilingual',
    method: 'glm 130b',
  },
  { id: '2208.07638', title: 'mask and reason', author: 'Tang mask', method: 'kgtransformer' },
  { id: '2208.04708', title: 'adaptive learning', author: 'Tang adaptive', method: 'dropout prediction' },
  {
    id: '2207.07087',
    title: 'prompt tuning text retrievers',
    author: 'Tang retrievers',
    method: 'parameter-efficient prompt tuning',
  },
  {
    id: '2207.00737',
    title: 'infrastructure autonomous driving',
    author: 'Tang infrastructure',
    method: 'IAAD',
  },
  { id: '2206.11795', title: 'video pretraining', author: 'Clune', method: 'VPT' },
];

describe('the ten seeds', () => {
  let segment: Segment;
  beforeAll(async () => {
    segment = await segmentOf(seedSegmentPapers());
  });

  for (const { id, ...ways } of SEEDS) {
    for (const [way, query] of Object.entries({ ...ways, id, url: `https://arxiv.org/abs/${id}v2` })) {
      it(`finds ${id} by its ${way}: ${query}`, async () => {
        const { hits } = await search([segment], query, { limit: 10 });
        expect(hits[0]?.paper.id).toBe(id);
      });
    }
  }
});
