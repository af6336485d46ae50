import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Keeps the items of a wrapping list that stand on its first line; those below it are hidden from
 * everyone. Measured after the browser's own layout, so nothing is laid out twice.
 */
export function useFitting(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const fit = (): void => {
      const items = [...element.children].filter((item) => item instanceof HTMLElement);
      const first = items[0]?.offsetTop;
      for (const item of items) item.style.visibility = item.offsetTop === first ? '' : 'hidden';
    };
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    for (const item of element.children) observer.observe(item);
    return () => observer.disconnect();
  });
}
