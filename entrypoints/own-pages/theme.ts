import { onSettingsChange, readSettings } from '@/lib/settings';

/** Settings are read too late for the first paint: what they last said is kept where it can be read at once. */
const KEPT = 'theme';

/** Shows the page as the reader's settings say, now and after every change of them. */
export function followTheme(): void {
  show(localStorage.getItem(KEPT));
  const follow = ({ theme }: { theme: string }) => {
    localStorage.setItem(KEPT, theme);
    show(theme);
  };
  onSettingsChange(follow);
  void readSettings().then(follow);
}

function show(theme: string | null): void {
  document.documentElement.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : '';
}
