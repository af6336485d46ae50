import type { Stated, Venue, VenueStatus } from '@/lib/core/facts';
import { venueOfReference } from './journal-ref';
import { stated, type Fact, type Reading } from './reading';
import { venuesIn, type Mention } from './venue-comments';

/** Where two venues are named, the one that took the paper. */
const RANK: Readonly<Record<VenueStatus, number>> = {
  published: 0,
  accepted: 0,
  'to-appear': 0,
  presented: 1,
  submitted: 2,
};
const THESIS =
  /\b(?:Ph\.? ?D\.?|doctoral|master'?s?|M\.? ?Sc\.?|bachelor'?s?|diploma|habilitation|undergraduate)[- ](?:degree )?(?:thesis|dissertation)|\b(?:thesis|dissertation)\b/i;
const UNIVERSITY =
  /\b((?:The )?(?:[A-Z][\p{L}.-]+ (?:of |de )?){0,3}(?:University|Universit[a\u00e4\u00e0\u00e9]\w*|Institute of Technology|ETH(?: Z\w+)?|EPFL|MIT|Caltech|College|\u00c9cole [\p{L} -]+)(?:(?: of(?: the)?| at| de| di| degli| zu|,)? (?!of\b|in\b|on\b|\d)[A-Z][\p{L}-]+){0,4})/u;

/** Where the paper was accepted, published, submitted or presented: comments, then journal reference. */
export const venue: Fact<Stated<Venue> | null> = {
  name: 'venue',
  reads: ['comments', 'journal-ref'],
  order: 1,
  read(paper) {
    const reference = paper.of('journal-ref');
    if (reference.trim() !== '') {
      const { venue: value, start, end } = venueOfReference(reference);
      return stated(value, 'journal-ref', start, end);
    }
    return thesisIn(paper) ?? bestOf(venuesIn(paper.of('comments').slice(0, 1_500)));
  },
};

function bestOf(mentions: readonly Mention[]): Stated<Venue> | null {
  let best: Mention | undefined;
  for (const mention of mentions) {
    if (!best || RANK[mention.venue.status] < RANK[best.venue.status]) best = mention;
  }
  return best ? stated(best.venue, 'comments', best.start, best.end) : null;
}

function thesisIn(paper: Reading): Stated<Venue> | null {
  const comments = paper.of('comments').slice(0, 600);
  const thesis = THESIS.exec(comments);
  if (!thesis || /accepted|published in|to appear|based on|part of|chapter/i.test(comments)) return null;
  const university = UNIVERSITY.exec(comments);
  if (!university) return null;
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(comments)?.[1];
  const start = Math.min(thesis.index, university.index);
  const end = Math.max(thesis.index + thesis[0].length, university.index + university[0].length);
  const name = (university[1] ?? '').replace(/[ ,]+$/, '');
  return stated(
    { name, year: year === undefined ? null : Number(year), status: 'presented', kind: 'thesis' },
    'comments',
    start,
    end,
  );
}
