import type { FactItem } from '@/lib/core/shown';
import { useText } from '../text';
import { hostOfLink } from './safe-link';

type Props = { item: FactItem; isChosen: boolean; onChoose: () => void };

/** A fact, which shows its words when chosen, and where it leads. */
export function FactButton({ item, isChosen, onChoose }: Props) {
  const text = useText();
  return (
    <>
      <button
        type="button"
        class={`fact ${item.tone}`}
        aria-pressed={isChosen}
        title={text('page_show_words')}
        onClick={onChoose}
      >
        <bdi>{item.label}</bdi>
      </button>
      {item.link !== null && (
        <a class="away" href={item.link} rel="noopener noreferrer" title={item.link}>
          {hostOfLink(item.link)}
          <span aria-hidden="true">&nbsp;↗</span>
        </a>
      )}
    </>
  );
}
