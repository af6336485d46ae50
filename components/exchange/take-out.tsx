import { useState } from 'preact/hooks';
import type { ListRow } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import type { Exchange, ExportFormat } from './exchange';
import { formatNames } from './format-names';

type Props = { exchange: Exchange; lists: readonly ListRow[]; acts: Acts };

/** Saves the library or a list as a file of another program. */
export function TakeOut({ exchange, lists, acts }: Props) {
  const text = useText();
  const [list, setList] = useState('');
  const [format, setFormat] = useState<ExportFormat>('bibtex');
  const [withMine, setWithMine] = useState(true);
  const chosen = lists.find(({ id }) => id === list);
  return (
    <section class="sheet-part">
      <h3 class="sheet-subtitle">{text('exchange_out')}</h3>
      <p>{text('exchange_out_hint')}</p>
      <div class="exchange-row">
        <select
          aria-label={text('exchange_what')}
          value={list}
          onChange={(event) => setList(event.currentTarget.value)}
        >
          <option value="">{text('exchange_everything')}</option>
          {lists.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <FormatChoice format={format} onFormat={setFormat} />
        <button
          type="button"
          class="button"
          onClick={() =>
            acts.attempt(() => exchange.write(chosen ? { list: chosen.id } : 'all', format, withMine))
          }
        >
          {text('exchange_save_file')}
        </button>
      </div>
      <label class="exchange-check">
        <input
          type="checkbox"
          checked={withMine}
          onChange={(event) => setWithMine(event.currentTarget.checked)}
        />
        {text('exchange_with_mine')}
      </label>
    </section>
  );
}

function FormatChoice(props: { format: ExportFormat; onFormat: (format: ExportFormat) => void }) {
  const text = useText();
  const formats = formatNames(text);
  return (
    <select
      aria-label={text('exchange_format')}
      value={props.format}
      onChange={({ currentTarget: { value } }) => {
        const chosen = formats.find(({ format }) => format === value);
        if (chosen) props.onFormat(chosen.format);
      }}
    >
      {formats.map(({ format, name }) => (
        <option key={format} value={format}>
          {name}
        </option>
      ))}
    </select>
  );
}
