import browser from 'webextension-polyfill';
import type { PaperId } from '@/lib/core/paper-id';
import { detectPage } from '@/lib/page/detect';

/** Serves the shortcuts of the manifest, but for the popup's, which is the browser's own. */
export function serveCommands(
  save: (id: PaperId, tab: number) => Promise<void>,
  failed: (error: unknown, tab: number) => void,
  report: (error: unknown) => void,
): void {
  const run = async (command: string): Promise<void> => {
    if (command === 'open-library') {
      await browser.tabs.create({ url: browser.runtime.getURL('library.html') });
      return;
    }
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const page = tab?.url === undefined ? undefined : detectPage(new URL(tab.url));
    const at = tab?.id ?? -1;
    if (command === 'save-paper' && page && 'id' in page)
      await save(page.id, at).catch((error: unknown) => failed(error, at));
  };
  browser.commands.onCommand.addListener((command) => void run(command).catch(report));
}
