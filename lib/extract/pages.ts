import type { Stated } from '@/lib/core/facts';
import { countPattern, countReader } from './counts';
import type { Fact } from './reading';

const ADJECTIVE =
  '(?:(?:main|supplement\\w*|appendix|additional|total|content|text|single|double|two|one|column|latex|revtex|a4|SI|SM)[ -]){0,2}';

/** `12+5 pages`, `28 pg`, `Pages: 17`; a range of pages is no count. */
export const pages: Fact<Stated<number> | null> = {
  name: 'pages',
  reads: ['comments'],
  order: 40,
  read: countReader(countPattern('pages?(?:\\(s\\))?|pp|pgs?|p(?=[.,;]|$)', ADJECTIVE, true)),
};
