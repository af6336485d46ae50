import { useEffect, useRef, useState } from 'preact/hooks';
import { DeleteIcon, RenameIcon } from './icons';
import { NameField } from './name-field';
import type { ListRow, Reader } from './shown';
import { useText } from './text';
import type { Acts } from './use-notice';

type Props = { list: ListRow; reader: Reader; acts: Acts; titleClass: string };

/** The name of a list as a heading, with rename in its place and delete. */
export function ListName({ list, reader, acts, titleClass }: Props) {
  const text = useText();
  const rename = useRef<HTMLButtonElement>(null);
  const [renaming, setRenaming] = useState<boolean | null>(null);
  useEffect(() => {
    // The field that had the focus is gone.
    if (renaming === false) rename.current?.focus();
  }, [renaming]);
  if (renaming === true) {
    return (
      <NameField
        label={text('library_rename')}
        act={text('library_rename_act')}
        initial={list.name}
        focus
        onCancel={() => setRenaming(false)}
        onName={(name) => {
          setRenaming(false);
          acts.undoable(text('library_list_renamed', { name }), async () => {
            await reader.renameList(list.id, name);
            return async () => {
              await reader.renameList(list.id, list.name);
              return true;
            };
          });
        }}
      />
    );
  }
  const remove = () =>
    acts.undoable(text('library_list_deleted', { name: list.name }), () => reader.deleteList(list.id));
  return (
    <>
      <h2 class={titleClass}>
        <bdi>{list.name}</bdi>
      </h2>
      <button
        ref={rename}
        type="button"
        class="button-icon"
        aria-label={text('library_rename')}
        title={text('library_rename')}
        onClick={() => setRenaming(true)}
      >
        <RenameIcon />
      </button>
      <button
        type="button"
        class="button-icon"
        aria-label={text('library_delete_list')}
        title={text('library_delete_list')}
        onClick={remove}
      >
        <DeleteIcon />
      </button>
    </>
  );
}
