import { rolesOf } from '@/lib/extract/roles';
import { answerJsonLines } from '../json-lines';
import { packagedModels } from '../packaged-models';
import { stringsOf } from '../strings-of';

/** `{"sentences": [...]}` in, `{"labels": [...]}` out. */
export function run(): Promise<number> {
  const { roles } = packagedModels();
  return answerJsonLines((value) => ({ labels: rolesOf(stringsOf(value, 'sentences'), roles) }));
}
