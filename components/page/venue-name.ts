import type { Venue } from '@/lib/core/facts';
import type { Text } from '../make-text';

/** `ICML 2025`, and never a workshop, Findings or demo session as if it were the conference. */
export function venueName({ name, year, kind }: Venue, text: Text): string {
  const venue = year === null ? name : `${name} ${year}`;
  switch (kind) {
    case 'workshop':
      return /workshop/i.test(name) ? venue : text('page_venue_workshop', { venue });
    case 'findings':
      return /findings/i.test(name) ? venue : text('page_venue_findings', { venue });
    case 'demo':
      return /demo/i.test(name) ? venue : text('page_venue_demo', { venue });
    default:
      return venue;
  }
}
