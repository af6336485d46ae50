import { describe, expect, it } from 'vitest';
import { absSlots } from '@/lib/page/mount';
import { seed } from '../pages/papers';
import { absPage } from '../pages/template';
import { documentOf } from './documents';

describe('absSlots', () => {
  it('finds the places for facts and the side block', () => {
    const slots = absSlots(documentOf(absPage(seed('2210.02414'))));
    expect(slots.factsAfter?.tagName).toBe('BLOCKQUOTE');
    expect(slots.sideAfter?.className).toBe('full-text');
    expect(slots.sideAfter?.parentElement?.className).toBe('extra-services');
  });

  it('takes the abstract under #abs when the tabs above show another', () => {
    const slots = absSlots(documentOf(absPage(seed('2210.02414'), { labsAbove: true })));
    expect(slots.factsAfter?.closest('#abs')).not.toBeNull();
  });

  it('has only the places the parser has passed', () => {
    const html = absPage(seed('2210.02414'));
    const half = documentOf(html.slice(0, html.indexOf('<div class="metatable">')));
    expect(absSlots(half).sideAfter).toBeUndefined();
    expect(absSlots(half).factsAfter?.tagName).toBe('BLOCKQUOTE');
  });
});
