import { useText } from '../text';
import type { Shortcut } from './settings-panel';

type Props = { shortcuts: readonly Shortcut[]; onChange: () => void };

/** The keys that work from anywhere in the browser, which the browser itself lets change. */
export function ShortcutSettings({ shortcuts, onChange }: Props) {
  const text = useText();
  if (shortcuts.length === 0) return null;
  return (
    <section class="sheet-part">
      <h3 class="sheet-subtitle">{text('shortcuts_title')}</h3>
      <dl class="shortcuts">
        {shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{keys === '' ? text('shortcuts_none') : <kbd>{keys}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onChange}>
        {text('shortcuts_change')}
      </button>
      <p>{text('shortcuts_popup')}</p>
    </section>
  );
}
