import type { Theme } from '@/lib/core/theme';
import type { Watch } from '@/lib/core/watch';
import type { Undo } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { HistorySettings } from './history-settings';
import { ShortcutSettings } from './shortcut-settings';
import { ThemeSettings } from './theme-settings';
import { WatchSettings } from './watch-settings';

/** One thing that can be switched off. */
export type Switch = { id: string; group: 'pages' | 'memory'; name: string; hint: string; on: boolean };

/** A key that does something from anywhere in the browser; empty where none is set. */
export type Shortcut = { name: string; keys: string };

export type SettingsProps = {
  switches: readonly Switch[];
  watches: readonly Watch[];
  historyDays: number | null;
  theme: Theme;
  shortcuts: readonly Shortcut[];
  onSwitch: (id: string, on: boolean) => Promise<unknown>;
  onWatches: (watches: readonly Watch[]) => Promise<unknown>;
  onRemoveWatch: (watch: Watch) => Promise<Undo>;
  onHistoryDays: (days: number | null) => Promise<unknown>;
  onTheme: (theme: Theme) => Promise<unknown>;
  /** Forgets the visits of today, or all of them, for good. */
  onForget: (which: 'today' | 'all') => Promise<unknown>;
  onChangeShortcuts: () => void;
};

/** Everything that can be chosen, and what Gloss keeps and where. */
export function SettingsPanel({ acts, ...props }: SettingsProps & { acts: Acts }) {
  const text = useText();
  const { switches } = props;
  const onSwitch = (id: string, on: boolean) => acts.attempt(() => props.onSwitch(id, on));
  return (
    <div class="sheet">
      <h2 class="sheet-title">{text('library_settings')}</h2>
      <SwitchGroup
        title={text('library_settings_pages')}
        switches={switches.filter(({ group }) => group === 'pages')}
        onSwitch={onSwitch}
      />
      <WatchSettings
        watches={props.watches}
        onWatches={(watches) => acts.attempt(() => props.onWatches(watches))}
        onRemove={(watch) =>
          acts.undoable(text('watch_removed', { watch: watch.text }), () => props.onRemoveWatch(watch))
        }
      />
      <SwitchGroup
        title={text('library_settings_memory')}
        switches={switches.filter(({ group }) => group === 'memory')}
        onSwitch={onSwitch}
      />
      <HistorySettings
        days={props.historyDays}
        onDays={(days) => acts.attempt(() => props.onHistoryDays(days))}
        onForget={props.onForget}
      />
      <ThemeSettings theme={props.theme} onTheme={(theme) => acts.attempt(() => props.onTheme(theme))} />
      <ShortcutSettings shortcuts={props.shortcuts} onChange={props.onChangeShortcuts} />
      <section class="sheet-part">
        <h3 class="sheet-subtitle">{text('library_privacy')}</h3>
        <p>{text('library_privacy_here')}</p>
        <p>{text('library_privacy_uninstall')}</p>
      </section>
    </div>
  );
}

type GroupProps = { title: string; switches: readonly Switch[]; onSwitch: (id: string, on: boolean) => void };

function SwitchGroup({ title, switches, onSwitch }: GroupProps) {
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
