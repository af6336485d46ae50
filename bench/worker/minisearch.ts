import { storedMiniSearch } from '../peers/minisearch';
import { contenderOf } from './stored';

export const contender = contenderOf(storedMiniSearch);
