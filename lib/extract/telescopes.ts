import { anyOf, namedFact } from './named';
import { TELESCOPE_NAMES } from './telescope-names';

/** Telescopes, instruments, surveys and missions that a paper names. */
export const telescopes = namedFact({
  name: 'telescopes',
  order: 40,
  names: anyOf(TELESCOPE_NAMES),
  trade:
    /telescope|galax|stellar|\bstars?\b|redshift|supernova|cosmolog|astronom|astrophys|exoplanet|spectrograph|quasar|gravitational wave|pulsar|dark energy|\bCMB\b|Milky Way|solar (?:wind|flare|corona|physics)|coronal|comet|asteroid|X-ray (?:source|observ|binar)|gamma-ray burst|blazar|light curve/i,
  // "MW" is the Milky Way as well.
  unsure: {
    names: /^MWA$/,
    near: /Murchison|radio|[MG]Hz|array|interferomet|pulsar|tile|ASKAP|LOFAR|MeerKAT/i,
  },
});
