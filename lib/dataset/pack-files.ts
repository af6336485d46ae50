import { DatasetError } from './dataset-error';
import type { PackSource } from './pack-source';
import { zipEntries, type ZipEntry } from './zip-entries';

const MANIFEST = 'manifest.json';
const MANIFEST_AT_MOST = 2_000_000;

type NamedBlob = Blob & { readonly name: string };

/** A pack as the reader chose it: one .zip of its folder, or the files of that folder together. */
export function packFiles(files: readonly NamedBlob[]): PackSource {
  const found = entriesOf(files);
  // Nobody may be listening yet when it fails; whoever reads the manifest is told.
  found.catch(() => undefined);
  return {
    readManifest: async (signal): Promise<unknown> => {
      const manifest = manifestIn(await found);
      if (!manifest) throw new DatasetError('no-pack', `no ${MANIFEST}`);
      const text = new TextDecoder().decode(await manifest.read(MANIFEST_AT_MOST, signal));
      try {
        return JSON.parse(text);
      } catch (error) {
        throw new DatasetError('no-pack', error);
      }
    },
    readPart: async (file, signal, bytes) => {
      const entries = await found;
      const folder = manifestIn(entries)?.name.slice(0, -MANIFEST.length) ?? '';
      const part = entries.find(({ name }) => name === folder + file);
      if (!part) throw new DatasetError('unreadable', `no ${file}`);
      return part.read(bytes, signal);
    },
  };
}

async function entriesOf(files: readonly NamedBlob[]): Promise<readonly ZipEntry[]> {
  const [only] = files;
  if (only && files.length === 1 && only.name !== MANIFEST) return zipEntries(only);
  return files.map((file) => ({
    name: file.name,
    read: async (limit) => {
      if (file.size > limit) throw new DatasetError('too-large', file.name);
      return new Uint8Array(await file.arrayBuffer());
    },
  }));
}

/** The one nearest to the top: a zip may have its files in a folder. */
function manifestIn(entries: readonly ZipEntry[]): ZipEntry | undefined {
  const depth = ({ name }: ZipEntry) => name.split('/').length;
  return entries
    .filter(({ name }) => name === MANIFEST || name.endsWith(`/${MANIFEST}`))
    .sort((a, b) => depth(a) - depth(b))[0];
}
