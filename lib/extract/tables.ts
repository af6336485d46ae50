import type { Stated } from '@/lib/core/facts';
import { countPattern, countReader } from './counts';
import type { Fact } from './reading';

const ADJECTIVE = '(?:(?!pages|pp|figures|figs|and|with|plus|or)[a-z./]{1,16}[ -]){0,3}';

export const tables: Fact<Stated<number> | null> = {
  name: 'tables',
  reads: ['comments'],
  order: 42,
  read: countReader(countPattern('tables?|tabs?', ADJECTIVE)),
};
