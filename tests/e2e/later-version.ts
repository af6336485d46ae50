import type { Tab } from '../browser/gloss-browser';

/** Opens the library as a later version of Gloss would, from a page that has it not open: its number is higher, its rows are of a shape of its own. */
export async function raiseVersion(page: Tab): Promise<void> {
  await page.run(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('library', 990);
        request.onupgradeneeded = () => request.result.createObjectStore('later', { keyPath: 'id' });
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(new Error('not raised'));
      }),
  );
  await page.close();
}
