import { type Theme, THEMES } from '@/lib/core/theme';
import type { Text } from '../make-text';
import { useText } from '../text';

type Props = { theme: Theme; onTheme: (theme: Theme) => void };

/** How Gloss's own pages look. */
export function ThemeSettings({ theme, onTheme }: Props) {
  const text = useText();
  return (
    <fieldset class="sheet-part">
      <legend class="sheet-subtitle">{text('theme_title')}</legend>
      <div class="segments theme-choice">
        {THEMES.map((one) => (
          <label key={one} class="segment">
            <input
              class="visually-hidden"
              type="radio"
              name="theme"
              value={one}
              checked={one === theme}
              onChange={() => onTheme(one)}
            />
            <span>{themeText(text, one)}</span>
          </label>
        ))}
      </div>
      <p>{text('theme_hint')}</p>
    </fieldset>
  );
}

function themeText(text: Text, theme: Theme): string {
  if (theme === 'system') return text('theme_system');
  return theme === 'light' ? text('theme_light') : text('theme_dark');
}
