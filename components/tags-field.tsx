import { useId, useState } from 'preact/hooks';
import { RemoveIcon } from './icons';
import { useText } from './text';

const LONGEST_TAG = 100;

type Props = {
  tags: readonly string[];
  /** Those in use, to choose from. */
  known: readonly string[];
  onAdd: (tag: string) => void;
  onRemove: (tag: string) => void;
};

/** The tags of a paper, each with its removal, and a field for more: Enter or a comma ends one. */
export function TagsField({ tags, known, onAdd, onRemove }: Props) {
  const text = useText();
  const [words, setWords] = useState('');
  const label = useId();
  const choices = useId();
  const add = (typed: string) => {
    setWords('');
    for (const tag of typed.split(',')) if (tag.trim() !== '') onAdd(tag.trim());
  };
  return (
    <section class="tags" aria-labelledby={label}>
      <h3 id={label} class="label">
        {text('tags_title')}
      </h3>
      <form
        class="tags-line"
        onSubmit={(event) => {
          event.preventDefault();
          add(words);
        }}
      >
        {tags.map((tag) => (
          <span key={tag} class="tag">
            <bdi>{tag}</bdi>
            <button
              type="button"
              class="tag-remove"
              aria-label={text('tags_remove', { tag })}
              title={text('tags_remove', { tag })}
              onClick={() => onRemove(tag)}
            >
              <RemoveIcon />
            </button>
          </span>
        ))}
        <input
          class="tags-input"
          type="text"
          list={choices}
          aria-label={text('tags_add')}
          placeholder={text('tags_add')}
          maxLength={LONGEST_TAG}
          value={words}
          onInput={(event) => {
            const { value } = event.currentTarget;
            if (value.includes(',')) add(value);
            else setWords(value);
          }}
          onBlur={() => add(words)}
        />
        <datalist id={choices}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </form>
    </section>
  );
}
