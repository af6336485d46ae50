import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Preferences = Record<string, string | number | boolean>;

/** The id a built extension gives Firefox in its manifest. */
export function extensionId(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const id = get(get(get(manifest, 'browser_specific_settings'), 'gecko'), 'id');
  if (typeof id !== 'string') throw new Error(`${folder} has no gecko id in its manifest`);
  return id;
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** A temporary add-on loses its databases with the session unless told otherwise. */
export function keepingStorage(id: string, uuid: string): Preferences {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    'extensions.openPopupWithoutUserGesture.enabled': true,
    // Else performance.now() has steps of a millisecond.
    'privacy.reduceTimerPrecision': false,
  };
}

/** Everything over the proxy, which knows arXiv alone. */
export function hostsOnly(proxyPort: number): Preferences {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
  };
}

/** Firefox's own calls home, which the proxy would refuse one by one. */
export function quietNetwork(): Preferences {
  return {
    'app.normandy.enabled': false,
    'app.update.auto': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'services.settings.server': 'https://localhost.invalid',
    'toolkit.telemetry.enabled': false,
  };
}
