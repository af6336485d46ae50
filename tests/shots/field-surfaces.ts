import { allFacts, PANEL, panelHas } from '../browser/annotations';
import { looksAt, type Surface } from './surface';

/** Real papers of many fields, among the pages beside the repository. */
const PAPERS = {
  'cs.CL': '2608.18474',
  'cs.CV': '2211.16776',
  'cs.LG': '2607.21090',
  'math.NT': '0704.0013',
  'math.AG': '2608.04965',
  'math-ph': 'math-ph/0509027',
  'astro-ph': '0704.0799',
  'astro-ph.HE': '1102.0447',
  'hep-ex': '2103.11058',
  'hep-th': '0704.0841',
  'cond-mat': '1102.0450',
  'cond-mat.str-el': '0704.0888v1',
  'q-bio': '0704.0034',
  'q-fin': '1011.1011',
  'stat.ME': '1102.0299',
  'stat.ML': '2604.01231',
  'quant-ph': '0704.0573',
  'nucl-ex': '1902.11195v1',
  'physics.acc-ph': 'acc-phys/9411004',
} as const;

/** All facts of papers of different fields; asked for by name, for they need the pages beside the repository. */
export const FIELD_SURFACES: readonly Surface[] = Object.entries(PAPERS).map(([field, id]) => ({
  name: `field-${field}`,
  stage: 'fresh',
  looks: looksAt([[1280, 1500]]).slice(0, 1),
  open: async ({ browser }) => {
    const tab = await browser.open(`/abs/${id}`);
    await tab.page.bringToFront();
    await panelHas(tab, PANEL.side, '.save');
    // Where a paper states nothing for the line, there is none.
    const hasLine = await tab.run((panel) => document.querySelector(panel) !== null, PANEL.facts);
    if (hasLine) await allFacts(tab);
    return tab;
  },
}));
