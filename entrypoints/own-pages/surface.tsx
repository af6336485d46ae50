import { type ComponentChildren, render } from 'preact';
import browser from 'webextension-polyfill';
import { makeText, type Text } from '@/components/make-text';
import { TextProvider } from '@/components/text';
import { followTheme } from './theme';

export type Surface = {
  text: Text;
  /** Draws the whole surface; drawing again changes only what is new. */
  draw: (whole: ComponentChildren) => void;
};

/** One of our own pages: its words, its language, and the element it is drawn in. */
export function openSurface(): Surface {
  const text = makeText((key, values) => browser.i18n.getMessage(key, values));
  const root = document.getElementById('app');
  if (root === null) throw new Error('the page has no #app');
  // Of the words, which may not be those of the browser: there is not a translation for each.
  document.documentElement.lang = text('extension_language');
  document.documentElement.dir = text('extension_direction');
  followTheme();
  return { text, draw: (whole) => render(<TextProvider value={text}>{whole}</TextProvider>, root) };
}
