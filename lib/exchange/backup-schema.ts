import * as v from 'valibot';
import { isTime } from '@/lib/core/date';
import { isOther } from '@/lib/core/other-work';
import { isPaperId, type PaperId } from '@/lib/core/paper-id';
import { STATUSES } from '@/lib/core/reading';
import { cleanKey } from './record';

const id = v.custom<PaperId>(
  (value) =>
    typeof value === 'string' && value.length <= 300 && (isPaperId(value) || isOther(value as PaperId)),
  'not an id',
);
const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const time = v.custom<number>(isTime, 'not a time');
const orNull = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const list = <T extends v.GenericSchema>(schema: T, length: number) =>
  v.pipe(v.array(schema), v.maxLength(length));
const version = v.object({ version: v.number(), date: orNull(text(40)), withdrawn: v.boolean() });
const fieldName = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_+-]{0,40}$/));

// No tighter than what pages may send: what the library could keep, it must be able to take back.
const LONG = 200_000;
/** Of notes that were put together from many. */
const LONGEST_NOTE = 20 * LONG;

/** Of works that were put together from many. */
const MOST_TAGS = 20_000;

const paper = v.object({
  id,
  version: orNull(v.number()),
  title: text(LONG),
  authors: list(text(2_000), 20_000),
  hasMoreAuthors: v.exactOptional(v.literal(true)),
  fromText: v.exactOptional(v.literal(true)),
  ...{ abstract: orNull(text(LONG)), comments: orNull(text(LONG)), journalRef: orNull(text(LONG)) },
  ...{ reportNo: orNull(text(LONG)), doi: orNull(text(LONG)) },
  categories: list(text(100), 200),
  ...{ mscClass: orNull(text(LONG)), acmClass: orNull(text(LONG)), submitted: orNull(text(40)) },
  versions: list(version, 1_000),
  withdrawn: v.boolean(),
});

export const workSchema = v.object({
  paper,
  cited: orNull(
    v.object({
      type: v.fallback(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]{0,59}$/i)), 'misc'),
      fields: v.record(fieldName, text(20_000)),
    }),
  ),
  key: orNull(v.pipe(text(300), v.transform(cleanKey))),
  status: orNull(v.picklist(STATUSES)),
  statusAt: orNull(time),
  savedAt: orNull(time),
  tags: list(text(200), MOST_TAGS),
  note: text(LONGEST_NOTE),
  noteEarlier: list(v.object({ until: time, text: text(LONGEST_NOTE) }), 1_000),
  earlier: list(v.object({ until: time, values: v.partial(paper) }), 100_000),
});

export const listSchema = v.object({
  name: v.pipe(text(500), v.trim(), v.nonEmpty()),
  createdAt: orNull(time),
  entries: v.array(v.object({ id, addedAt: orNull(time) })),
});

export const visitSchema = v.object({ paper: id, at: time, last: time, version: orNull(v.number()) });
export const seenSchema = v.object({ id, at: time, how: v.picklist(['opened', 'marked']) });
export const doneSchema = v.object({
  listing: v.pipe(v.string(), v.regex(/^[\w.-]{1,40}\/[\w-]{1,20}$/)),
  ...{ paper: id, at: time },
});

export const backupSchema = v.looseObject({
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  made: v.fallback(v.string(), ''),
  settings: v.fallback(v.nullable(v.record(v.string(), v.unknown())), null),
  lists: v.array(v.unknown()),
  works: v.array(v.unknown()),
  visits: v.optional(v.array(v.unknown())),
  seen: v.optional(v.array(v.unknown())),
  done: v.optional(v.array(v.unknown())),
});
