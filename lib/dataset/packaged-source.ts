import type { PackSource } from './pack-source';

/**
 * The dataset that ships inside the extension. `urlOf` is runtime.getURL: reading such an address
 * stays within the browser.
 */
export function packagedSource(urlOf: (path: string) => string, fetch: typeof globalThis.fetch): PackSource {
  const read = async (file: string, signal: AbortSignal): Promise<Response> => {
    const response = await fetch(urlOf(`dataset/${file}`), { signal });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response;
  };
  return {
    readManifest: async (signal): Promise<unknown> => (await read('manifest.json', signal)).json(),
    readPart: async (file, signal) => new Uint8Array(await (await read(file, signal)).arrayBuffer()),
  };
}
