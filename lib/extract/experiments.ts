import { EXPERIMENT_NAMES } from './experiment-names';
import { anyOf, namedFact } from './named';

/** Colliders, detectors and experiments that a paper names. */
export const experiments = namedFact({
  name: 'experiments',
  order: 41,
  names: anyOf(EXPERIMENT_NAMES),
  trade:
    /\bTeV\b|\bGeV\b|\bMeV\b|collider|neutrino|quark|boson|hadron|meson|luminosity|dark matter|Higgs|cross[- ]sections?|lepton|muon|heavy[- ]ion|proton-proton|\bpp\b|baryon|double[- ]beta/i,
  unsure: {
    names:
      /^(?:STAR|HERA|COMPASS|CAST|BASE|ALPHA|ALICE|DELPHI|OPAL|ZEUS|ATLAS|CMS|CLIC|ILC|JUNO|DUNE|COHERENT|HADES|CDF|LEP|EIC|SNO|PAMELA|SHiP|CLAS|ALEPH)$/,
    near: /collaborat|experiment|detector|collider|LHC|data|collision|TeV|GeV|measure|search|beam|CERN|neutrino|luminosity|RHIC|DESY/i,
  },
});
