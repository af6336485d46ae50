import browser from 'webextension-polyfill';
import { featuresOffIn, KEY } from './stored';

/** Tells which features are off, by id: as soon as that is read, and at every change. */
export function onFeaturesOff(tell: (off: readonly string[]) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[KEY]) tell(featuresOffIn(changes[KEY].newValue));
  });
  browser.storage.local.get(KEY).then(
    (items) => tell(featuresOffIn(items[KEY])),
    (error: unknown) => console.error('[gloss] settings', error),
  );
}
