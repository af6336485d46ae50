import browser from 'webextension-polyfill';
import type { PageOrder } from '@/lib/rpc/contract';

/** Copies what the menu of a link asks for. Only our own background can send here. */
export function serveCopying(signal: AbortSignal): void {
  const copy = (message: unknown): undefined => {
    if (isOrder(message)) void navigator.clipboard.writeText(message.text);
  };
  browser.runtime.onMessage.addListener(copy);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(copy), { once: true });
}

function isOrder(message: unknown): message is PageOrder {
  return typeof message === 'object' && message !== null && 'gloss' in message && message.gloss === 'copy';
}
