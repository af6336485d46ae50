import { extractStated } from '@/lib/extract';
import { goldRows, hasGold } from './gold';
import { tableOf, type Line } from './report';

type Row = { id: string; comment: string; venues: [string, number][]; mentions: boolean };

/** Comments whose venue is known from lists of accepted papers: is it named, and with the right year? */
export async function run(): Promise<void> {
  console.log(hasGold() ? evaluateVenueComments() : 'venues: skipped, the gold sets are not there');
}

function evaluateVenueComments(): string {
  const line: Line = { name: 'venue and year', target: null, rows: [], errors: [] };
  for (const { id, comment, venues, mentions } of goldRows<Row>('venue_comments.dev.jsonl')) {
    const facts = extractStated({
      title: '',
      abstract: null,
      comments: comment,
      journalRef: null,
      doi: null,
    });
    const found = facts.venue?.value;
    const isRight =
      found !== undefined &&
      venues.some(
        ([name, year]) => found.name.toLowerCase() === name && (found.year === null || found.year === year),
      );
    const isFalse = found !== undefined && !isRight;
    line.rows.push({ tp: isRight ? 1 : 0, fp: isFalse ? 1 : 0, fn: mentions && !isRight ? 1 : 0 });
    if (isFalse || (mentions && !isRight))
      line.errors.push(
        `${id} ${found ? `${found.name} ${found.year ?? ''}` : 'nothing'}, not ${venues.map((venue) => venue.join(' ')).join(', ')}: ${comment}`,
      );
  }
  return tableOf('venue_comments, dev (82 comments; a venue not in the lists counts as false)', [line]);
}
