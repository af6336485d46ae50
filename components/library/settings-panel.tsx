import { useText } from '../text';

/** One thing that can be switched off. */
export type Switch = { id: string; group: 'pages' | 'memory'; name: string; hint: string; on: boolean };

type Props = { switches: readonly Switch[]; onSwitch: (id: string, on: boolean) => void };

/** Everything that can be switched off, and what Gloss keeps and where. */
export function SettingsPanel({ switches, onSwitch }: Props) {
  const text = useText();
  return (
    <div class="sheet">
      <h2 class="sheet-title">{text('library_settings')}</h2>
      <SwitchGroup
        title={text('library_settings_pages')}
        switches={switches.filter(({ group }) => group === 'pages')}
        onSwitch={onSwitch}
      />
      <SwitchGroup
        title={text('library_settings_memory')}
        switches={switches.filter(({ group }) => group === 'memory')}
        onSwitch={onSwitch}
      />
      <section class="sheet-part">
        <h3 class="sheet-subtitle">{text('library_privacy')}</h3>
        <p>{text('library_privacy_here')}</p>
        <p>{text('library_privacy_uninstall')}</p>
      </section>
    </div>
  );
}

function SwitchGroup({ title, switches, onSwitch }: Props & { title: string }) {
  if (switches.length === 0) return null;
  return (
    <fieldset class="sheet-part">
      <legend class="sheet-subtitle">{title}</legend>
      {switches.map(({ id, name, hint, on }) => (
        <div key={id} class="switch">
          <input
            id={`switch-${id}`}
            type="checkbox"
            checked={on}
            aria-describedby={`hint-${id}`}
            onChange={(event) => onSwitch(id, event.currentTarget.checked)}
          />
          <label for={`switch-${id}`}>{name}</label>
          <p id={`hint-${id}`} class="switch-hint">
            {hint}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
