import { clipped } from '../format';
import { useText } from '../text';
import type { Choice, ConflictField, PreviewedWork } from './exchange';

type Props = { works: readonly PreviewedWork[]; choice: Choice; onChoice: (choice: Choice) => void };

const SHOWN = 20;

/** Where the file says otherwise than the reader did: nothing of theirs goes without being asked for. */
export function ConflictChoice({ works, choice, onChoice }: Props) {
  const text = useText();
  const words: Readonly<Record<Choice, string>> = {
    mine: text('exchange_keep_mine'),
    both: text('exchange_keep_both'),
    theirs: text('exchange_keep_theirs'),
  };
  const fields: Readonly<Record<ConflictField, string>> = {
    note: text('exchange_field_note'),
    status: text('exchange_field_status'),
    key: text('exchange_field_key'),
  };
  return (
    <fieldset class="exchange-conflicts">
      <legend>{text('exchange_conflicts')}</legend>
      <ul class="exchange-titles">
        {works.slice(0, SHOWN).map(({ id, title, conflicts }) => (
          <li key={id}>
            <bdi>{clipped(title || id, 120)}</bdi>
            {conflicts.map(({ field, mine, theirs }) => (
              <div key={field} class="exchange-conflict">
                {fields[field]}: <bdi>{clipped(mine, 80)}</bdi> / <bdi>{clipped(theirs, 80)}</bdi>
              </div>
            ))}
          </li>
        ))}
      </ul>
      {(['mine', 'both', 'theirs'] as const).map((one) => (
        <label key={one} class="exchange-check">
          <input
            type="radio"
            name="exchange-choice"
            checked={choice === one}
            onChange={() => onChoice(one)}
          />
          {words[one]}
        </label>
      ))}
    </fieldset>
  );
}
