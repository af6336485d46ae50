import { adviceOfTrouble } from '../dataset/dataset-words';
import type { Trouble } from '../shown';
import { useText } from '../text';

type Props = { trouble: Trouble; onReload: () => void };

/** True where it takes more than trying again, which the library page has. */
export function needsRescue(trouble: Trouble): boolean {
  return trouble === 'failed' || trouble === 'newer';
}

/** Why the library cannot be read, in a small surface: what helps, and the way to more. */
export function TroubleNotice({ trouble, onReload }: Props) {
  const text = useText();
  const { what, todo } = adviceOfTrouble(text, trouble);
  return (
    <section class="notice">
      <h2 class="notice-title">{what}</h2>
      <p>{todo}</p>
      <button type="button" class="button" onClick={onReload}>
        {text('dataset_retry')}
      </button>{' '}
      {needsRescue(trouble) && (
        <a class="button" href="library.html" target="_blank">
          {text('rescue_open')}
        </a>
      )}
    </section>
  );
}
