import { entitiesOf, shownEntities, type Guideline } from '@/lib/extract/entities';
import { answerJsonLines } from '../json-lines';
import { packagedModels } from '../packaged-models';
import { stringsOf } from '../strings-of';

/**
 * `{"tokens": [...], "guideline"?}` in, `{"ents": [[start, end, type]]}` out. With a guideline all that
 * it would mark; without, only what a page would show.
 */
export function run(): Promise<number> {
  const { entities } = packagedModels();
  return answerJsonLines((value) => {
    const guideline = guidelineOf(value);
    const tokens = stringsOf(value, 'tokens');
    const found = guideline ? entitiesOf(tokens, guideline, entities) : shownEntities(tokens, entities);
    return { ents: found.map(({ start, end, type }) => [start, end, type]) };
  });
}

function guidelineOf(value: unknown): Guideline | null {
  if (typeof value !== 'object' || value === null || !('guideline' in value)) return null;
  const { guideline } = value;
  if (guideline === undefined || guideline === null) return null;
  if (guideline === 'tdmsci' || guideline === 'scierc') return guideline;
  throw new Error(`no guideline ${JSON.stringify(guideline)}: "tdmsci" or "scierc"`);
}
