import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Evidence } from '@/lib/core/facts';
import type { FactGroup, FactItem } from '@/lib/core/shown';
import { useText } from '../text';
import { Brand } from './brand';
import { FactButton } from './fact-button';
import { FactTable } from './fact-table';
import { useFitting } from './use-fitting';

type Props = {
  line: readonly FactItem[];
  groups: readonly FactGroup[];
  /** Null when nothing is chosen any more. */
  onChoose: (evidence: readonly Evidence[] | null) => void;
  onWrong: ((item: FactItem) => Promise<boolean>) | null;
};

/** One line of what the paper states, the rest folded under it. */
export function StatedLine({ line, groups, onChoose, onWrong }: Props) {
  const text = useText();
  const tableId = useId();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useFitting(list);

  const choose = (item: FactItem): void => {
    const next = item.id === chosen ? null : item;
    setChosen(next?.id ?? null);
    onChoose(next?.evidence ?? null);
  };
  useEffect(() => {
    if (chosen === null) return undefined;
    const clear = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setChosen(null);
      onChoose(null);
    };
    document.addEventListener('keydown', clear);
    return () => document.removeEventListener('keydown', clear);
  }, [chosen, onChoose]);

  return (
    <section class="stated" aria-label={text('page_facts_name')}>
      <div class="line">
        <Brand />
        <ul class="facts" ref={list}>
          {line.map((item) => (
            <li key={item.id}>
              <FactButton item={item} isChosen={item.id === chosen} onChoose={() => choose(item)} />
            </li>
          ))}
        </ul>
        <button
          type="button"
          class="fold"
          aria-expanded={isOpen}
          aria-controls={tableId}
          onClick={() => setOpen(!isOpen)}
        >
          {text('page_all_facts')}
        </button>
      </div>
      <div id={tableId} hidden={!isOpen}>
        {isOpen && <FactTable groups={groups} chosen={chosen} onChoose={choose} onWrong={onWrong} />}
      </div>
    </section>
  );
}
