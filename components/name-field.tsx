import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from './text';

const LONGEST_NAME = 120;

type Props = {
  label: string;
  /** What the button says. */
  act: string;
  initial?: string;
  focus?: boolean;
  onName: (name: string) => void;
  onCancel?: () => void;
};

/** Asks for the name of a list. Enter gives it, Esc leaves it as it was; a blank one is not given. */
export function NameField({ label, act, initial = '', focus = false, onName, onCancel }: Props) {
  const text = useText();
  const [name, setName] = useState(initial);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!focus) return;
    field.current?.focus();
    field.current?.select();
  }, [focus]);
  return (
    <form
      class="name-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        onName(name.trim());
        setName('');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onCancel === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        ref={field}
        class="field"
        type="text"
        aria-label={label}
        placeholder={label}
        maxLength={LONGEST_NAME}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {act}
      </button>
      {onCancel !== undefined && (
        <button type="button" class="button-text" onClick={onCancel}>
          {text('library_cancel')}
        </button>
      )}
    </form>
  );
}
