import { SaveIcon } from '../icons';
import { useText } from '../text';
import { Unfound } from './unfound';

type Props = { isSaved: boolean; onToggle: () => void; /** Title, for who cannot see the row. */ of: string };

export function SaveButton({ isSaved, onToggle, of: title }: Props) {
  const text = useText();
  const name = isSaved ? text('page_unsave_title', { title }) : text('page_save_title', { title });
  return (
    <button
      type="button"
      class={isSaved ? 'save saved' : 'save'}
      aria-label={name}
      title={name}
      onClick={onToggle}
    >
      <SaveIcon saved={isSaved} />
      <Unfound words={isSaved ? text('page_saved') : text('page_save')} />
    </button>
  );
}
