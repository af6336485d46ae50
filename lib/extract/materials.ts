import { namedFact } from './named';

// All elements but those of one letter that are common as symbols elsewhere stand first, so the longest is taken.
const ELEMENT =
  '(?:A[cglrstu]|B[aeir]|C[adelorsu]|D[y]|E[ru]|F[e]|G[ade]|H[efgo]|I[nr]|K[r]|L[aiu]|M[gno]|N[abdei]|Os|P[bdrtu]|R[behu]|S[bceimnr]|T[abehilm]|U|V|W|Xe|Y[b]?|Z[nr]|[BCFHIKNOPS])';
const INDEX = '(?:_\\{[\\w.+\\\\-]{1,10}\\}|_[\\dxyn])';
// One of a kind is written without a count: `HP1` is a protein.
const COUNT = `(?:(?!1(?![\\d.]))\\d{1,2}(?:\\.\\d{1,2})?|\\$${INDEX}\\$|${INDEX})`;
const FORMULA = `(?:${ELEMENT}${COUNT}?){1,7}${ELEMENT}${COUNT}|(?:${ELEMENT}${COUNT}){1,7}${ELEMENT}`;
const KNOWN =
  '(?:twisted |bilayer |trilayer |monolayer |magic-angle |rhombohedral ){0,3}graphene|GaAs|AlGaAs|InAs|InSb|InP|GaN|AlN|ZnO|NiO|MnO|FeSe|SnTe|PbTe|PbSe|CdTe|HgTe|CdSe|TaAs|NbP|TaP|SiC|SiGe|NbN|TiN|EuO|CrSBr|MnTe|FeTe|GeTe|diamond|hexagonal boron nitride|h-?BN|black phosphorus|carbon nanotubes?|strontium titanate|barium titanate|yttrium iron garnet';

/** Materials that a paper on matter names: chemical formulas with a count in them, and well-known names. */
export const materials = namedFact({
  name: 'materials',
  order: 42,
  // Not a part of a longer formula: `Na2BaCo(PO4)2`, `Cs2Na(Sb, Bi)Cl6`.
  names: new RegExp(
    `(?<![\\w$\\\\{^-]|\\w\\()(?:${FORMULA}|${KNOWN})(?![\\w^{]|\\((?:[A-Z][a-z]?[,\\d_$]|[A-Z][A-Z]\\w?\\d))`,
    'g',
  ),
  trade:
    /superconduct|crystal|lattice|magneti|semiconduct|monolayer|thin films?|phonon|doped|doping|oxide|topological insulator|dielectric|ferroelectric|heterostructure|spintronic|perovskite|electronic structure|band gap|density functional|nanotube|quantum well|exciton/i,
  unsure: {
    // Formulas that are molecules of air and water, groups of mathematics, or labels of figures.
    names: /^(?:(?:CO|H|N|O|NO|SO|CH|NH|C|B|F|S|P|K|V|U|I|W|Y)\$?_?\{?\d\}?\$?O?|\w\d\w?\d?)$/,
    near: /\$?[_]\{?\d|crystal|film|sample|oxide|surface/,
  },
});
