import { type Status, STATUSES } from '@/lib/core/reading';
import { statusText } from '../status-choice';
import { useText } from '../text';

type Props = { status: Status; onChoose: (status: Status) => void };

/** Where the reader stands, all three choices in sight. */
export function StatusRadios({ status, onChoose }: Props) {
  const text = useText();
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{text('library_status')}</legend>
      {STATUSES.map((one) => (
        <label key={one} class="segment">
          <input
            class="visually-hidden"
            type="radio"
            name="status"
            value={one}
            checked={one === status}
            onChange={() => onChoose(one)}
          />
          <span>{statusText(text, one)}</span>
        </label>
      ))}
    </fieldset>
  );
}
