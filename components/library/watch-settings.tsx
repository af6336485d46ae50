import { useState } from 'preact/hooks';
import { type Watch, WATCH_KINDS } from '@/lib/core/watch';
import { RemoveIcon } from '../icons';
import type { Text } from '../make-text';
import { useText } from '../text';

const LONGEST_WATCH = 200;

type Props = {
  watches: readonly Watch[];
  onWatches: (watches: readonly Watch[]) => void;
  onRemove: (watch: Watch) => void;
};

/** What the reader follows: rows of listings that match are marked. */
export function WatchSettings({ watches, onWatches, onRemove }: Props) {
  const text = useText();
  const [kind, setKind] = useState<Watch['kind']>('author');
  const [words, setWords] = useState('');
  const isKnown = ({ kind: other, text: of }: Watch) =>
    other === kind && of.toLowerCase() === words.trim().toLowerCase();
  return (
    <section class="sheet-part">
      <h3 class="sheet-subtitle">{text('watch_title')}</h3>
      <p>{text('watch_intro')}</p>
      <ul class="watches">
        {watches.map((watch) => (
          <li key={`${watch.kind} ${watch.text}`} class="watch">
            <span class="watch-kind">{kindText(text, watch.kind)}</span>
            <bdi>{watch.text}</bdi>
            <button
              type="button"
              class="button-icon"
              aria-label={text('watch_remove', { watch: watch.text })}
              title={text('watch_remove', { watch: watch.text })}
              onClick={() => onRemove(watch)}
            >
              <RemoveIcon />
            </button>
          </li>
        ))}
      </ul>
      <form
        class="watch-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() === '' || watches.some(isKnown)) return;
          onWatches([...watches, { kind, text: words.trim() }]);
          setWords('');
        }}
      >
        <select
          class="choice"
          aria-label={text('watch_kind')}
          value={kind}
          onChange={({ currentTarget: { value } }) =>
            setKind(WATCH_KINDS.find((one) => one === value) ?? 'author')
          }
        >
          {WATCH_KINDS.map((one) => (
            <option key={one} value={one}>
              {kindText(text, one)}
            </option>
          ))}
        </select>
        <input
          class="field"
          type="text"
          aria-label={text('watch_words')}
          placeholder={text('watch_words')}
          maxLength={LONGEST_WATCH}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {text('watch_add')}
        </button>
      </form>
    </section>
  );
}

function kindText(text: Text, kind: Watch['kind']): string {
  switch (kind) {
    case 'author':
      return text('watch_author');
    case 'words':
      return text('watch_title_words');
    case 'dataset':
      return text('watch_dataset');
    case 'category':
      return text('library_category');
  }
}
