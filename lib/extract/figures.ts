import type { Stated } from '@/lib/core/facts';
import { countPattern, countReader } from './counts';
import type { Fact } from './reading';

// `4 colour PostScript figures`, but not `5 pages with figures`.
const ADJECTIVE = '(?:(?!pages|pp|tables|and|with|plus|or)[a-z./]{1,16}[ -]){0,3}';

export const figures: Fact<Stated<number> | null> = {
  name: 'figures',
  reads: ['comments'],
  order: 41,
  read: countReader(countPattern('figures?|figs?', ADJECTIVE)),
};
