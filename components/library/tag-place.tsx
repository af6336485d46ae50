import { useEffect, useRef, useState } from 'preact/hooks';
import { countText } from '../format';
import { RenameIcon } from '../icons';
import { NameField } from '../name-field';
import type { Reader, TagRow } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';

type Props = TagRow & { reader: Pick<Reader, 'renameTag'>; acts: Acts; onChoose: () => void };

/** A tag among the places: choosing it shows its papers, and it can be renamed in its place. */
export function TagPlace({ tag, papers, reader, acts, onChoose }: Props) {
  const text = useText();
  const rename = useRef<HTMLButtonElement>(null);
  const [renaming, setRenaming] = useState<boolean | null>(null);
  useEffect(() => {
    // The field that had the focus is gone.
    if (renaming === false) rename.current?.focus();
  }, [renaming]);
  const name = text('tags_rename', { tag });
  if (renaming === true) {
    return (
      <li>
        <NameField
          label={name}
          act={text('library_rename_act')}
          initial={tag}
          focus
          onCancel={() => setRenaming(false)}
          onName={(to) => {
            setRenaming(false);
            if (to !== tag) acts.undoable(text('tags_renamed', { tag }), () => reader.renameTag(tag, to));
          }}
        />
      </li>
    );
  }
  return (
    <li class="tag-place">
      <button type="button" class="list-button" onClick={onChoose}>
        <bdi>{tag}</bdi>
        <span class="list-count">{countText(papers)}</span>
      </button>
      <button
        ref={rename}
        type="button"
        class="button-icon"
        aria-label={name}
        title={name}
        onClick={() => setRenaming(true)}
      >
        <RenameIcon />
      </button>
    </li>
  );
}
