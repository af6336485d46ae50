import { MODEL_FILES, openModels, type Models } from '@/lib/extract/models';

/**
 * The models that ship inside the extension, opened on first use and kept; tried again when that failed.
 * `urlOf` is runtime.getURL: reading such an address stays within the browser.
 */
export function packagedModels(
  urlOf: (path: string) => string,
  fetch: typeof globalThis.fetch,
): () => Promise<Models> {
  let opened: Promise<Models> | undefined;
  const read = async (file: string): Promise<Uint8Array> => {
    const response = await fetch(urlOf(`models/${file}`));
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const open = async (): Promise<Models> => {
    const [roles, entities] = await Promise.all([read(MODEL_FILES.roles), read(MODEL_FILES.entities)]);
    return openModels({ roles, entities });
  };
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
