import type { ListId } from '@/lib/core/reading';
import { NameField } from './name-field';
import type { ListRow } from './shown';
import { useText } from './text';

type Props = {
  lists: readonly ListRow[];
  chosen: readonly ListId[];
  onToggle: (list: ListId, chosen: boolean) => void;
  /** Makes a list and puts the paper in it. */
  onCreate: (name: string) => void;
};

/** The lists a paper is in, by checkbox, and a field for a new one. */
export function ListChoice({ lists, chosen, onToggle, onCreate }: Props) {
  const text = useText();
  return (
    <fieldset class="list-choice">
      <legend class="label">{text('library_in_lists')}</legend>
      <div class="list-choice-boxes">
        {lists.map((list) => (
          <label key={list.id} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(list.id)}
              onChange={(event) => onToggle(list.id, event.currentTarget.checked)}
            />
            <bdi>{list.name}</bdi>
          </label>
        ))}
      </div>
      <NameField label={text('library_new_list')} act={text('library_create')} onName={onCreate} />
    </fieldset>
  );
}
