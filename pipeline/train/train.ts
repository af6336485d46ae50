import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MODEL_FILES } from '@/lib/extract/models';
import { writeWeights } from '@/lib/extract/weights';
import { goldRows } from '../eval/gold';
import { ENTITY_SETTINGS, ROLE_SETTINGS, trainEntities, trainRoles } from './models';
import { sciercSentences, scirexSentences, tdmsciSentences, type Roled } from './sets';

const GOLD = fileURLToPath(new URL('../../../shared/gold/', import.meta.url));
const MODELS = fileURLToPath(new URL('../../public/models/', import.meta.url));
const ROLE_FILES = ['csabstruct.train.jsonl.gz', 'csabstruct.dev.jsonl'];
const ENTITY_FILES = ['scierc.train.jsonl', 'scierc.dev.jsonl', 'tdmsci.train.jsonl', 'scirex_abs.dev.jsonl'];

/** `tsx pipeline/train/train.ts roles|entities`: trains one model and writes it where it is packaged from. */
const [what = ''] = process.argv.slice(2);
if (what === 'roles') {
  const examples = ROLE_FILES.flatMap((file) => goldRows<Roled>(file));
  write(what, writeWeights(trainRoles(examples, madeOf(what, ROLE_FILES, ROLE_SETTINGS), console.error)));
} else if (what === 'entities') {
  const [train = '', dev = '', tdmsci = '', scirex = ''] = ENTITY_FILES;
  const sets = {
    scierc: [...sciercSentences(train), ...sciercSentences(dev)],
    tdmsci: tdmsciSentences(tdmsci),
    scirex: scirexSentences(scirex),
  };
  write(what, writeWeights(trainEntities(sets, madeOf(what, ENTITY_FILES, ENTITY_SETTINGS), console.error)));
} else {
  console.error('usage: tsx pipeline/train/train.ts roles|entities');
  process.exitCode = 1;
}

/** What made a model, kept inside it. */
function madeOf(model: string, files: readonly string[], settings: unknown): unknown {
  const data = Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(GOLD + file))
        .digest('hex'),
    ]),
  );
  return { command: `tsx pipeline/train/train.ts ${model}`, settings, data };
}

function write(model: 'roles' | 'entities', bytes: Uint8Array): void {
  mkdirSync(MODELS, { recursive: true });
  writeFileSync(MODELS + MODEL_FILES[model], bytes);
  console.error(`${MODEL_FILES[model]}: ${bytes.length} bytes`);
}
