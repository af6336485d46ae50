import { storedSqlite } from '../peers/sqlite';
import { contenderOf } from './stored';

export const contender = contenderOf(storedSqlite);
