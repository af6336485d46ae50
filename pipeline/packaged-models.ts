import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MODEL_FILES, openModels, type Models } from '@/lib/extract/models';

const FOLDER = fileURLToPath(new URL('../public/models/', import.meta.url));
let opened: Models | undefined;

/** The models as they are packaged with the extension, read once. */
export function packagedModels(): Models {
  opened ??= openModels({
    roles: readFileSync(FOLDER + MODEL_FILES.roles),
    entities: readFileSync(FOLDER + MODEL_FILES.entities),
  });
  return opened;
}
