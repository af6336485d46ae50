import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Gives the field the focus before the first paint, so that what is typed at once is not lost.
 * Firefox loads a popup before it shows it, and may drop the focus on the way: then again.
 */
export function useFocus(field: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const take = () => {
      if (document.activeElement === null || document.activeElement === document.body) field.current?.focus();
    };
    take();
    const frame = requestAnimationFrame(take);
    window.addEventListener('focus', take);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('focus', take);
    };
  }, [field]);
}
