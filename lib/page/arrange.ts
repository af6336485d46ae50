import type { RowPlace } from './rows';

/** Rows that stand under one heading, in arXiv's order. */
export function sectionsOf(places: readonly RowPlace[]): RowPlace[][] {
  const sections: RowPlace[][] = [];
  let before: RowPlace | undefined;
  for (const place of places) {
    const isNext = before !== undefined && place.first.previousElementSibling === before.last;
    if (isNext) sections.at(-1)?.push(place);
    else sections.push([place]);
    before = place;
  }
  return sections;
}

/**
 * Puts the rows of one section into this order. What stands between and around them stays; nodes are
 * moved, never made anew, so that what others hung on them stays too.
 */
export function arrange(order: readonly RowPlace[]): void {
  const parent = order[0]?.first.parentNode;
  const isSo = order.every(
    ({ first }, at) => at === 0 || first.previousElementSibling === order[at - 1]?.last,
  );
  if (!parent || isSo) return;
  const lasts = new Set<Node>(order.map(({ last }) => last));
  const end = [...parent.childNodes].findLast((node) => lasts.has(node))?.nextSibling ?? null;
  for (const { first, last } of order) {
    // Another extension may have put something between the two.
    for (let node: Node | null = first; node;) {
      const next: Node | null = node === last ? null : node.nextSibling;
      parent.insertBefore(node, end);
      node = next;
    }
  }
}

/** True for a row that tells of a new version of a known paper. */
export function isReplacement({ first }: RowPlace): boolean {
  return /\(replaced|\(\*replaced/.test(first.tagName === 'DT' ? (first.textContent ?? '') : '');
}
