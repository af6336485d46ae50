import { describe, expect, it } from 'vitest';
import { absSlots, rowSlot } from '@/lib/page/mount';
import { SEEDS, seed } from '../pages/papers';
import { absPage, listPage } from '../pages/template';
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

describe('rowSlot', () => {
  it('is the id line of a row that has a link', () => {
    const document = documentOf(listPage([{ rows: SEEDS.map((paper) => ({ paper })) }], { name: 'cs.CL' }));
    const dt = document.querySelector('dt');
    expect(dt && rowSlot(dt)).toBe(dt);
    dt?.replaceChildren('nothing');
    expect(dt && rowSlot(dt)).toBeUndefined();
  });
});
