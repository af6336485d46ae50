import { STATUSES, type Status } from '@/lib/core/reading';
import type { Text } from './make-text';
import { useText } from './text';

export function statusText(text: Text, status: Status): string {
  if (status === 'to-read') return text('status_to_read');
  return status === 'reading' ? text('status_reading') : text('status_read');
}

type Props = { status: Status; onChoose: (status: Status) => void; of: string };

/** Where the reader stands with the paper `of` names to a screen reader. */
export function StatusChoice({ status, onChoose, of }: Props) {
  const text = useText();
  return (
    <select
      class="choice"
      aria-label={text('status_of', { title: of })}
      value={status}
      onChange={(event) => {
        const chosen = STATUSES.find((one) => one === event.currentTarget.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {STATUSES.map((one) => (
        <option key={one} value={one}>
          {statusText(text, one)}
        </option>
      ))}
    </select>
  );
}
