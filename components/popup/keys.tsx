import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { RemoveIcon } from '../icons';
import { useText } from '../text';

/** Every key of the popup; Esc or `?` puts it away. */
export function Keys({ onClose }: { onClose: () => void }) {
  const text = useText();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <section class="keys" role="dialog" aria-label={text('popup_keys')}>
      <header class="view-head">
        <h2 class="view-title">{text('popup_keys')}</h2>
        <button
          ref={close}
          type="button"
          class="button-icon"
          aria-label={text('popup_keys_close')}
          title={text('popup_keys_close')}
          onClick={onClose}
        >
          <RemoveIcon />
        </button>
      </header>
      <dl class="keys-list">
        <Key keys={['/']}>{text('popup_key_focus')}</Key>
        <Key keys={['↑', '↓']}>{text('popup_key_move')}</Key>
        <Key keys={['Enter']}>{text('popup_key_open')}</Key>
        <Key keys={['Ctrl', 'Enter']}>{text('popup_key_open_behind')}</Key>
        <Key keys={['Ctrl', 'S']}>{text('popup_key_save')}</Key>
        <Key keys={['Ctrl', 'Z']}>{text('popup_key_undo')}</Key>
        <Key keys={['Esc']}>{text('popup_key_escape')}</Key>
        <Key keys={['?']}>{text('popup_key_keys')}</Key>
      </dl>
      <p class="keys-note">{text('popup_keys_mac')}</p>
    </section>
  );
}

function Key({ keys, children }: { keys: readonly string[]; children: ComponentChildren }) {
  return (
    <div class="keys-row">
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
