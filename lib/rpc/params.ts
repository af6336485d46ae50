import * as v from 'valibot';
import type { Paper, Version } from '@/lib/core/paper';
import { isPaperId, type PaperId } from '@/lib/core/paper-id';
import { STATUSES } from '@/lib/core/reading';
import type { Method, Params } from './contract';

// Far over anything arXiv holds, so that only a page gone wrong meets them. In UTF-16 code units.
const LONG = 200_000;
const SHORT = 20_000;
const NAME = 2_000;
const AUTHORS = 10_000;
const VERSIONS = 1_000;

const paperId = v.custom<PaperId>((value) => typeof value === 'string' && isPaperId(value), 'paper id');
const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const maybe = (length: number) => v.nullable(text(length));
const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/));

const listing = v.pipe(v.string(), v.regex(/^[\w.-]{1,40}\/[\w-]{1,20}$/));

const version = v.strictObject({
  version: versionNumber,
  date: v.nullable(date),
  withdrawn: v.boolean(),
}) satisfies v.GenericSchema<unknown, Version>;

const paper = v.strictObject({
  id: paperId,
  version: v.nullable(versionNumber),
  title: text(LONG),
  authors: v.pipe(v.array(text(NAME)), v.maxLength(AUTHORS)),
  hasMoreAuthors: v.exactOptional(v.literal(true)),
  fromText: v.exactOptional(v.literal(true)),
  abstract: maybe(LONG),
  comments: maybe(LONG),
  journalRef: maybe(SHORT),
  reportNo: maybe(SHORT),
  doi: maybe(SHORT),
  categories: v.pipe(v.array(text(100)), v.maxLength(200)),
  mscClass: maybe(SHORT),
  acmClass: maybe(SHORT),
  submitted: v.nullable(date),
  versions: v.pipe(v.array(version), v.maxLength(VERSIONS)),
  withdrawn: v.boolean(),
}) satisfies v.GenericSchema<unknown, Paper>;

/** A validator for every method: one left out, or one that drifts from the contract, is a type error. */
export const params = {
  prepare: v.strictObject({}),
  open: v.strictObject({ paper }),
  readFacts: v.strictObject({ paper }),
  keySentences: v.strictObject({ abstracts: v.pipe(v.array(text(8_000)), v.maxLength(10)) }),
  marks: v.strictObject({ ids: v.pipe(v.array(paperId), v.maxLength(1_500)) }),
  met: v.strictObject({ papers: v.pipe(v.array(paper), v.maxLength(500)) }),
  listing: v.strictObject({ listing: v.nullable(listing) }),
  doneTo: v.strictObject({
    listing,
    ids: v.pipe(v.array(paperId), v.minLength(1), v.maxLength(2_000)),
  }),
  undoDone: v.strictObject({ listing }),
  rows: v.strictObject({ papers: v.pipe(v.array(paper), v.maxLength(100)), near: v.boolean() }),
  cards: v.strictObject({
    references: v.pipe(
      v.array(v.strictObject({ text: text(1_000), links: v.pipe(v.array(text(NAME)), v.maxLength(8)) })),
      v.maxLength(100),
    ),
    byTitle: v.boolean(),
  }),
  save: v.strictObject({ paper }),
  saveKnown: v.strictObject({ id: paperId }),
  unsave: v.strictObject({ id: paperId }),
  setStatus: v.strictObject({ id: paperId, status: v.picklist(STATUSES) }),
  copyText: v.strictObject({
    id: paperId,
    paper: v.nullable(paper),
    format: v.picklist(['bibtex', 'markdown']),
  }),
} satisfies { [M in Method]: v.GenericSchema<unknown, Params<M>> };
