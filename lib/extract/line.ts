import type { StatedFacts } from '@/lib/core/facts';
import { available } from './available';
import { first } from './first';
import { links } from './links';
import { parameters } from './parameters';
import { readAll, readingOf, type StatableText } from './reading';
import { sota } from './sota';

/** The facts arXiv's own lines do not already say: those of the line under the abstract and of listing rows. */
export type LineFacts = Pick<StatedFacts, 'links' | 'available' | 'parameters' | 'sota' | 'first'>;

/**
 * A part of `extractStated`, value for value the same, at about a quarter of its size: what a content
 * script draws at once. The others (venue, counts, new dataset, acronyms, ...) come from the background.
 */
export function extractLine(paper: StatableText): LineFacts {
  return readAll<LineFacts>({ links, available, parameters, sota, first }, readingOf(paper));
}

/**
 * Whether the abstract has what the background reads beyond the line: a short form in brackets, a proof, a
 * formula, or one of the commonest instruments. Room is made for a line then; what stands on it, the
 * background says.
 */
export function promisesMore({ abstract }: StatableText): boolean {
  const text = abstract?.slice(0, 5_000) ?? '';
  return BRACKETED.test(text) || NAMED.test(text);
}

const BRACKETED = /[a-z] ?\([^()a-z]{0,3}[A-Z][^() ]{1,9}\)/;
const NAMED =
  /\b(?:[Ww]e|paper|note|article) (?:\w+ ){0,3}(?:prov|disprov|settl|resolv)\w+ [^.]{0,60}(?:[Cc]onjecture|[A-Z]\w+ theorem)|[A-Z][a-z]?(?:\$_\{?\d[\d}$]*[A-Z]|_\d[A-Z]|\d[A-Z][a-z]?\d)|\b(?:graphene|LHCb?|ATLAS|CMS|ALICE|BESIII|Super-Kamiokande|Large Hadron Collider|Tevatron|RHIC|IceCube|HST|JWST|ALMA|Gaia|TESS|SDSS|LIGO|Planck|Kepler|Hubble|Spitzer|Fermi|Euclid|XMM-Newton|Chandra|DESI|Escherichia coli|Drosophila|SARS-CoV-2)\b/;
