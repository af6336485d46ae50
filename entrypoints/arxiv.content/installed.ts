import browser from 'webextension-polyfill';

/** Between two looks when nothing else makes us look, in milliseconds. */
const NOW_AND_THEN = 20_000;

/**
 * Aborts when the extension was updated, switched off or removed under the open page. Chrome tells a
 * content script nothing of it, but takes its runtime id away.
 */
export function signalWhileInstalled(document: Document): AbortSignal {
  const gone = new AbortController();
  const look = (): void => {
    if (isInstalled()) return;
    clearInterval(timer);
    gone.abort();
  };
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') look();
  }, NOW_AND_THEN);
  document.addEventListener('visibilitychange', look, { signal: gone.signal });
  document.defaultView?.addEventListener('focus', look, { signal: gone.signal });
  return gone.signal;
}

function isInstalled(): boolean {
  try {
    // Typed as always there; after an update the runtime itself may be gone.
    const runtime: { id?: string } | undefined = browser.runtime;
    return runtime?.id !== undefined;
  } catch {
    return false;
  }
}
