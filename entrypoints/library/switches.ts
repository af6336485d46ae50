import type { Switch } from '@/components/library/settings-panel';
import type { MessageKey, Text } from '@/components/make-text';
import { EVERY_FEATURE } from '@/lib/core/every-feature';
import type { Settings } from '@/lib/settings';

type Words = { name: PlainKey; hint: PlainKey };
type PlainKey = Extract<MessageKey, `library_switch_${string}`>;

/** What each feature of arXiv's pages is called; a test holds it to the list of features. */
export const FEATURE_WORDS: Readonly<Record<string, Words>> = {
  'stated-facts': { name: 'library_switch_stated', hint: 'library_switch_stated_hint' },
  'key-sentences': { name: 'library_switch_key', hint: 'library_switch_key_hint' },
  'listing-sentences': { name: 'library_switch_sentences', hint: 'library_switch_sentences_hint' },
  'short-forms': { name: 'library_switch_short', hint: 'library_switch_short_hint' },
  'related-papers': { name: 'library_switch_related', hint: 'library_switch_related_hint' },
  'side-block': { name: 'library_switch_side', hint: 'library_switch_side_hint' },
  'listing-bar': { name: 'library_switch_bar', hint: 'library_switch_bar_hint' },
  'html-paper': { name: 'library_switch_html', hint: 'library_switch_html_hint' },
  'pdf-title': { name: 'library_switch_pdf', hint: 'library_switch_pdf_hint' },
  'changed-page': { name: 'library_switch_changed', hint: 'library_switch_changed_hint' },
  'link-cards': { name: 'library_switch_links', hint: 'library_switch_links_hint' },
  'citation-cards': { name: 'library_switch_citations', hint: 'library_switch_citations_hint' },
  'listing-marks': { name: 'library_switch_listing', hint: 'library_switch_listing_hint' },
};

const MEMORY_WORDS: Readonly<Record<'history' | 'capture', Words>> = {
  history: { name: 'library_switch_history', hint: 'library_switch_history_hint' },
  capture: { name: 'library_switch_capture', hint: 'library_switch_capture_hint' },
};

/** Every switch as it stands. */
export function switchesOf(text: Text, settings: Settings): Switch[] {
  const worded = ({ name, hint }: Words) => ({ name: text(name), hint: text(hint) });
  return [
    {
      id: EVERY_FEATURE,
      group: 'pages',
      name: text('library_switch_all'),
      hint: text('library_switch_all_hint'),
      on: !settings.featuresOff.includes(EVERY_FEATURE),
    },
    ...Object.entries(FEATURE_WORDS).map(([id, words]) => ({
      id,
      group: 'pages' as const,
      ...worded(words),
      on: !settings.featuresOff.includes(id),
    })),
    { id: 'history', group: 'memory', ...worded(MEMORY_WORDS.history), on: settings.history },
    { id: 'capture', group: 'memory', ...worded(MEMORY_WORDS.capture), on: settings.capture },
  ];
}

/** What to change in the settings when a switch is turned. */
export function changeOfSwitch(id: string, on: boolean, { featuresOff }: Settings): Partial<Settings> {
  if (id === 'history' || id === 'capture') return { [id]: on };
  return { featuresOff: on ? featuresOff.filter((off) => off !== id) : [...new Set([...featuresOff, id])] };
}
