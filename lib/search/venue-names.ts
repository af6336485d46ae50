import { venueTerm } from './paper-terms';
import GROUPS from './venue-names.json';

/** Names of one venue by the term of each of them, the name that is shown first. */
const BY_TERM = new Map<string, readonly string[]>();
for (const names of GROUPS) for (const name of names) BY_TERM.set(venueTerm(name), names);

/** All names of the venue that has this one; of one we do not know, that alone. */
export function venueNames(name: string): readonly string[] {
  return BY_TERM.get(venueTerm(name)) ?? [name];
}
