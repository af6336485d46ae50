import { expect, test } from 'vitest';
import { addressOf } from '@/components/shown';
import { otherId } from '@/lib/core/other-work';
import { idOf } from '../library/fresh-library';

test.each([
  [idOf('2210.02414'), 'https://arxiv.org/abs/2210.02414'],
  [otherId('doi:10.1000/a<b>'), 'https://doi.org/10.1000/a%3Cb%3E'],
  [otherId('url:https://example.org/book'), 'https://example.org/book'],
  [otherId('url:javascript:alert(1)'), 'https://arxiv.org/search/?query=The+Book&searchtype=all'],
  [otherId('title:thebook:lovelace'), 'https://arxiv.org/search/?query=The+Book&searchtype=all'],
])('%s leads to %s', (id, address) => expect(addressOf({ id, title: 'The \\emph{Book}' })).toBe(address));
