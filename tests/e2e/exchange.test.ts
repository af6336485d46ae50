import { expect, test } from 'vitest';
import type { Tab } from '../browser/gloss-browser';
import { inEachBrowser } from './gloss';
import { chooseFile, clickNamed, savedFile, shows, showsNot, words } from './own-views';

const ID = '2210.02414';
const BIB = `@article{zeng:glm,
  title = {{GLM}-130B: An Open {$\\ell_1$} Model of \\"{o}},
  author = {Zeng, Aohan and {GLM Team}},
  eprint = {${ID}}, keywords = {scaling, to cite}, groups = {Thesis},
  annote = {Read \\textbf{twice}},
}
@book{knuth, title = {The {\\TeX}book}, author = {Knuth, Donald E.}, publisher = {Addison-Wesley}, year = {1984}, groups = {Thesis}}
@misc{broken, title = {no end
`;

inEachBrowser((session, kind) => {
  test('a .bib is previewed, brought in, undone, brought in again, and comes out the same; a backup restores it on a fresh database', async () => {
    const page = await session().browser.openOwn('library.html#exchange');
    await chooseFile(page, 'refs.bib', BIB);
    await shows(page, '2 new, 0 changed, 0 the same.');
    await shows(page, 'New lists: Thesis');
    expect(await page.run(() => document.querySelector('details:last-of-type')?.textContent)).toContain(
      'Line 8',
    );
    await clickNamed(page, words('exchange_bring_in'));
    await shows(page, '2 papers brought in');
    await clickNamed(page, words('library_undo'));
    await showsNot(page, '2 papers brought in');
    await chooseFile(page, 'refs.bib', BIB);
    await shows(page, '2 new, 0 changed, 0 the same.');
    await clickNamed(page, words('exchange_bring_in'));
    await shows(page, '2 papers brought in');

    const bib = await savedFile(page, words('exchange_save_file'));
    expect(bib.startsWith('@misc{zeng:glm,')).toBe(true);
    expect(bib).toContain('publisher = {Addison-Wesley}');
    await chooseFile(page, 'again.bib', bib);
    await shows(page, '0 new, 0 changed, 2 the same.');
    const backup = await savedFile(page, words('exchange_backup_save'));
    await shows(page, 'Last saved');

    await dropLibrary(page);
    const fresh = await session().browser.openOwn('library.html#exchange');
    await chooseFile(fresh, 'backup.json', backup);
    await shows(fresh, '2 new, 0 changed, 0 the same.');
    await clickNamed(fresh, words('exchange_bring_in'));
    await shows(fresh, '2 papers brought in');
    expect(await savedFile(fresh, words('exchange_save_file'))).toBe(bib);
    await fresh.close();
  });

  test('a library that the browser deleted is offered back from the snapshot that is kept apart', async () => {
    const page = await session().browser.openOwn('library.html#exchange');
    await shows(page, 'Gloss keeps a snapshot apart from the library: 2 papers');
    await dropLibrary(page);
    const empty = await session().browser.openOwn('library.html');
    await shows(empty, words('exchange_lost'));
    await clickNamed(empty, words('exchange_lost_open'));
    await clickNamed(empty, words('exchange_snapshot_open'));
    await shows(empty, '2 new, 0 changed, 0 the same.');
    await clickNamed(empty, words('exchange_bring_in'));
    await shows(empty, '2 papers brought in');
    expect(await savedFile(empty, words('exchange_save_file'))).toContain('@misc{zeng:glm,');
    await empty.close();
  });

  test('backups go into a folder by themselves where the browser allows it, also after kill -9; elsewhere it says why not', async () => {
    const page = await session().browser.openOwn('library.html#exchange');
    if (kind === 'firefox') {
      await shows(page, words('folder_absent'));
      await page.close();
      return;
    }
    await page.run(() => {
      // A folder of the browser's own, for the chooser is a window of the system.
      const folder = () => navigator.storage.getDirectory();
      Reflect.set(window, 'showDirectoryPicker', () =>
        folder().then((root) => root.getDirectoryHandle('Backups', { create: true })),
      );
    });
    await clickNamed(page, words('folder_choose'));
    await shows(page, 'Backups are saved by themselves into the folder Backups');
    await shows(page, ': 2 papers.');
    await session().restart();
    const again = await session().browser.openOwn('library.html#exchange');
    await clickNamed(again, words('folder_save'));
    await shows(again, words('folder_unchanged'));
    const [backup, ...others] = await again.run(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('Backups');
      const texts: string[] = [];
      for await (const name of folder.keys())
        texts.push(await (await (await folder.getFileHandle(name)).getFile()).text());
      return texts;
    });
    expect(others).toEqual([]);
    await chooseFile(again, 'from-the-folder.json', backup ?? '');
    await shows(again, '0 new, 0 changed, 2 the same.');
    await clickNamed(again, words('folder_stop'));
    await shows(again, words('folder_choose'));
    await again.close();
  });

  test('a file that is none is refused by name, and nothing is changed', async () => {
    const page = await session().browser.openOwn('library.html#exchange');
    const before = await savedFile(page, words('exchange_save_file'));
    await chooseFile(page, 'evil.json', '['.repeat(100_000));
    await shows(page, `Line 1: ${words('exchange_problem_too_deep')}`);
    await chooseFile(page, 'page.bib', '<script>alert(1)</script>');
    await shows(page, words('exchange_problem_unknown_format'));
    expect(await savedFile(page, words('exchange_save_file'))).toBe(before);
    await page.close();
  });
});

/** The database goes away under every context that has it open, as when a browser makes room. */
async function dropLibrary(page: Tab): Promise<void> {
  await page.run(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('library');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(new Error('not deleted'));
      }),
  );
  await page.close();
}
