import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';

/** What is being dragged: papers, out of a list or out of all that are saved; or a list. */
export type Carried =
  { kind: 'papers'; ids: readonly PaperId[]; from: ListId | null } | { kind: 'list'; id: ListId };

// Within one page a drag needs no text: what other pages and programs may read of it is nothing.
const TYPE = 'application/x-gloss';
let carried: Carried | null = null;

export function carry(event: DragEvent, what: Carried): void {
  carried = what;
  if (event.dataTransfer === null) return;
  event.dataTransfer.effectAllowed = 'copyMove';
  event.dataTransfer.setData(TYPE, what.kind);
}

export function letGo(): void {
  carried = null;
}

/** What is carried over a place, if it is ours. */
export function carriedBy(event: DragEvent): Carried | null {
  return event.dataTransfer?.types.includes(TYPE) ? carried : null;
}

/** True when the pointer is in the lower half of what it is over. */
export function isBelowMiddle(event: DragEvent, element: Element): boolean {
  const { top, height } = element.getBoundingClientRect();
  return event.clientY > top + height / 2;
}
