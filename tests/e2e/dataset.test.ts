import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { saysHowMany } from '../browser/dataset';
import type { View } from '../browser/gloss-browser';
import { samplePack } from '../dataset/sample-pack';
import { inEachBrowser } from './gloss';
import { clickNamed, finds, shows, showsNot, words } from './own-views';

const TITLE = 'On antimatroids and walks';

inEachBrowser((session) => {
  test('a dataset is verified, joined by one from a file, taken away and put back', async () => {
    const page = await session().browser.openOwn('library.html#dataset');
    await clickNamed(page, words('dataset_verify_name').replace('$name$', await packName(page)));
    await shows(page, 'as they were shipped.');

    await choose(page, 'gloss-2026-09.zip', await packZip());
    await shows(page, 'Added: 40 papers, to Sep 2026.');
    const popup = await session().browser.openOwn('popup.html');
    expect(await finds(popup, 'antimatroids walks', TITLE)).toBe(true);

    await remove(page);
    await page.until(() => document.querySelectorAll('.pack').length === 1);
    await remove(page);
    await shows(page, words('dataset_removed'));
    // It does not come back by itself, in no page that is opened.
    const again = await session().browser.openOwn('popup.html');
    await shows(again, words('dataset_removed'));
    await clickNamed(page, words('dataset_put_back'));
    await saysHowMany(again);
    await again.close();
    await showsNot(page, words('dataset_removed'));
    await popup.close();
    await page.close();
  });
});

/** Takes away the first dataset of the list. */
async function remove(page: View): Promise<void> {
  const name = words('dataset_remove_name').replace('$name$', await packName(page));
  await clickNamed(page, name);
  await clickNamed(page, words('dataset_remove_yes'));
}

/** Puts a file into the chooser, as a reader who picked it. */
async function choose(page: View, name: string, bytes: Uint8Array): Promise<void> {
  await page.run(
    (fileName, text) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const picked = new DataTransfer();
      picked.items.add(new File([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))], fileName));
      if (!input) throw new Error('no chooser');
      input.files = picked.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    Buffer.from(bytes).toString('base64'),
  );
}

async function packName(page: View): Promise<string> {
  return page.until(() => document.querySelector('.pack-name')?.textContent);
}

async function packZip(): Promise<Uint8Array> {
  const { manifest, files } = await samplePack('antimatroids', 3, { date: '2026-09' });
  return zipSync({
    'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)),
    ...Object.fromEntries(files),
  });
}
