import { onSettingsChange, readSettings } from '@/lib/settings';
import { report } from './report';

/** Settings are read too late for the first paint: what they last said is kept where it can be read at once. */
const KEPT = 'theme';

/** Shows the page as the reader's settings say, now and after every change of them. */
export function followTheme(): void {
  show(kept());
  const follow = ({ theme }: { theme: string }) => {
    show(theme);
    keep(theme);
  };
  onSettingsChange(follow);
  void readSettings().then(follow).catch(report);
}

/** Where site data is refused, so is this: the page is drawn all the same. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch (error) {
    report(error);
    return null;
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(KEPT, theme);
  } catch (error) {
    report(error);
  }
}

function show(theme: string | null): void {
  document.documentElement.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : '';
}
