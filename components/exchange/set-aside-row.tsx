import { useState } from 'preact/hooks';
import { countText, momentText } from '../format';
import { useText } from '../text';
import type { SetAside } from './exchange';

type Props = { aside: SetAside; onOpen: () => void; onRemove: (at: number) => void };

/** The library that was set aside: to be looked into, or removed for good, which is asked twice. */
export function SetAsideRow({ aside, onOpen, onRemove }: Props) {
  const text = useText();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <div class="exchange-row">
      <span>{text('rescue_aside', { count: countText(aside.rows), day: momentText(aside.at) })}</span>
      <button type="button" class="button-text" onClick={onOpen}>
        {text('exchange_snapshot_open')}
      </button>
      <button
        type="button"
        class="button-text"
        onClick={() => (isAsked ? onRemove(aside.at) : setIsAsked(true))}
      >
        {isAsked ? text('rescue_aside_remove_sure') : text('rescue_aside_remove')}
      </button>
    </div>
  );
}
