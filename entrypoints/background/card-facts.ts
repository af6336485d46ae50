import type { Text } from '@/components/make-text';
import { safeLink } from '@/components/page/safe-link';
import type { Paper } from '@/lib/core/paper';
import type { PaperCard } from '@/lib/core/shown';
import { extractLine } from '@/lib/extract/line';
import type { PaperRecord } from '@/lib/search';
import { notesOf } from './rows';

/** Null where it is not said, or nobody can say. */
type Said = {
  code: { isPromised: boolean; address: string | null } | null;
  venue: string | null;
  claim: 'page_row_sota' | 'page_row_first' | null;
};

/** What a card says that a paper states: by its own text, and where that says nothing, by the dataset. */
export function cardFacts(
  paper: Paper | undefined,
  record: PaperRecord | undefined,
  text: Text,
): Pick<PaperCard, 'facts' | 'code'> {
  const own = paper && saidIn(paper, text);
  const told = record && saidInRecord(record, text);
  const code = own?.code ?? told?.code;
  const venue = own?.venue ?? told?.venue;
  const claim = own?.claim ?? told?.claim;
  return {
    facts: [
      ...(code ? [text(code.isPromised ? 'page_row_code_promised' : 'page_row_code')] : []),
      ...(venue ? [venue] : []),
      ...(claim ? [text(claim)] : []),
    ],
    code: code && !code.isPromised && code.address !== null ? safeLink(code.address) : null,
  };
}

function saidIn(paper: Paper, text: Text): Said {
  const { links, available, sota, first } = extractLine(paper);
  const link = links.find(({ value }) => value.kind === 'code');
  const state = available.find(({ value }) => value.what === 'code')?.value.state;
  return {
    code: state || link ? { isPromised: state === 'promised', address: link?.value.url ?? null } : null,
    venue: notesOf(paper, text).venue?.label ?? null,
    claim: claimOf(sota !== null, first !== null),
  };
}

function saidInRecord({ facts }: PaperRecord, text: Text): Said {
  const { venue, code, codeState } = facts;
  // The dataset does not say whether that took the paper or was only sent it.
  const named = venue && [venue.name, venue.year ?? []].flat().join(' ');
  return {
    code: codeState ? { isPromised: codeState === 'promised', address: code } : null,
    venue: named === null ? null : text('card_venue_named', { venue: named }),
    claim: claimOf(facts.sota, facts.first),
  };
}

const claimOf = (isSota: boolean, isFirst: boolean): Said['claim'] =>
  isSota ? 'page_row_sota' : isFirst ? 'page_row_first' : null;
