import { SaveIcon } from './icons';
import { useText } from './text';

/** Saves a paper, or takes it away again; `title` names it for screen readers. */
export function SaveIconButton({
  title,
  saved,
  onToggle,
}: {
  title: string;
  saved: boolean;
  onToggle: () => void;
}) {
  const text = useText();
  const act = saved ? text('page_unsave_title', { title }) : text('page_save_title', { title });
  return (
    <button
      type="button"
      class={saved ? 'button-icon button-saved' : 'button-icon'}
      aria-label={act}
      title={act}
      onClick={onToggle}
    >
      <SaveIcon saved={saved} />
    </button>
  );
}
