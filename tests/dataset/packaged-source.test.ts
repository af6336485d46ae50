import { expect, test } from 'vitest';
import { packagedSource } from '@/lib/dataset';

const { signal } = new AbortController();
const urlOf = (path: string) => `chrome-extension://gloss/${path}`;

function fetchOf(files: Readonly<Record<string, BodyInit>>): typeof fetch {
  return (url) => {
    const body = typeof url === 'string' ? files[url] : undefined;
    return Promise.resolve(new Response(body ?? 'nothing', { status: body === undefined ? 404 : 200 }));
  };
}

test('reads the manifest and the parts from the package', async () => {
  const source = packagedSource(
    urlOf,
    fetchOf({
      'chrome-extension://gloss/dataset/manifest.json': '{"format":1}',
      'chrome-extension://gloss/dataset/part-00.bin': new Uint8Array([1, 2]),
    }),
  );
  expect(await source.readManifest(signal)).toEqual({ format: 1 });
  expect(await source.readPart('part-00.bin', signal, 2)).toEqual(new Uint8Array([1, 2]));
});

test('a file that is missing, and a manifest that is no JSON, are errors', async () => {
  const source = packagedSource(
    urlOf,
    fetchOf({ 'chrome-extension://gloss/dataset/manifest.json': '<html>' }),
  );
  await expect(source.readManifest(signal)).rejects.toThrow();
  await expect(source.readPart('part-00.bin', signal, 2)).rejects.toThrow('404');
});
