import { anyOf, namedFact } from './named';
import { ORGANISM_NAMES } from './organism-names';

/** Organisms and cohorts that a paper names. */
export const organisms = namedFact({
  name: 'organisms',
  order: 43,
  names: anyOf(ORGANISM_NAMES),
  trade:
    /\bgen(?:es?|ome|omic|etic)|protein|cells?\b|bacteri|neuro|brain|patient|disease|species|mutat|infect|epidemi|virus|viral|metabol|biolog|clinical|cohort|biobank|larva|embryo|cancer|evolution/i,
});
