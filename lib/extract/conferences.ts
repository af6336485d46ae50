/**
 * Series of conferences, as arXiv's comments write them: one line a letter, found by counting
 * `NAME 20xx` in 138,000 comments of 1991-2026; those seen at least eight times, and the same
 * fields' neighbours from dblp.org's list of series.
 */
export const SERIES =
  'AAAI(?![ /](?:ACM )?(?:AIES|ICWSM|HCOMP|AIIDE))|AACL|AAMAS|ACCV|ACIIDS|ACII|ACL|ACML|ACNS|ACSAC|ACSSC|AIED|AIES|AIME|AISTATS|AMIA|ANLP|APSIPA|ASONAM|ASRU|ASIACRYPT|AsiaCCS|ASPLOS|ATC|AVSS|BIBM|BIGCOM|BMVC|BioNLP|CAiSE|CASCON|CAV|CCGRID|CEC|CHEP|CHES|CHI|CHIIR|CIBB|CIKM|CLEF|CLeaR|CogSci|COLING|COLM|COLT|COMPSAC|CONCUR|CONEXT|CoNEXT|CoNLL|CoRL|CPAL|CRYPTO|CSCW|CVPR|DASFAA|DICTA|DSAA|DSN|EAAI|EACL|EAMT|ECAI|ECCV|ECIR|ECML[-/ ]?PKDD|ECOC|ECOOP|EMBC|EMNLP|EMSOFT|ESANN|ESEC/FSE|ESWC|ESWEEK|EUROCRYPT|EuroS&P|EuroSys|EuroVis|Eurographics|EUSIPCO|EurIPS|FAccT|FAT\\*|FOCS|FPGA|FSTTCS|FUSION|GECCO|GCPR|GLOBECOM|Globecom|GlobalSIP|HICSS|HPCA|HPDC|HotNets|HotOS|IAC|IASEAI|ICAART|ICAIF|ICAIL|ICALP|ICANN|ICAPS|ICASSP|ICCAD|ICCBR|ICCC|ICCP|ICCPS|ICCS|ICCV|ICDAR|ICDCS|ICDE|ICDM|ICDT|ICFP|ICHEP|ICIAP|ICIP|ICLP|ICLR|ICMI|ICMLA|ICML|ICME|ICMR|ICONIP|ICPADS|ICPR|ICRA|ICRC|ICSE|ICSME|ICSOC|ICTAI|ICTIR|ICVGIP|ICWSM|IEA/AIE|IFAC|IGARSS|IJCAI[-/ ]?ECAI|IJCAI|IJCAR|IJCB|IJCNLP|IJCNN|IMC|INFOCOM|INLG|Interspeech|IPDPS|IPMI|IPMU|IROS|ISBI|ISCA|ISCAS|ISIT|ISMAR|ISMIR|ISMRM|ISSTA|ISWC|ITCS|ITSC|ITW|IUI|IWSLT|JCDL|JSAI|KDD|KONVENS|LICS|LREC|LREC[-/]COLING|MASCOTS|MFCS|MICCAI|MICRO|MIDL|MIUA|MLHC|MLSys|MobiCom|MobiHoc|MobiSys|NAACL|NDSS|NeSy|NeurIPS|NIPS|NIME|NLPCC|NSDI|OOPSLA|OSDI|PACLIC|PAKDD|PIMRC|PKDD|PLDI|PODC|PODS|POPL|PPoPP|PPSN|PRCV|PRICAI|PSCC|RANLP|RecSys|RECOMB|RLC|RO-MAN|RTAS|RTSS|SANER|SaTML|SemEval|SenSys|SGP|SIGCOMM|SIGCSE|SIGDIAL|SIGGRAPH Asia|SIGGRAPH|SIGIR|SIGMOD|SIGSPATIAL|SIGMETRICS|SoCG|SODA|SOSP|SPAWC|STACS|STOC|TACAS|TARK|TheWebConf|UAI|UbiComp|UIST|USENIX Security|VISAPP|VISSOFT|VLDB|VTC|WACV|WCCI|WCNC|WSDM|WINE|WMT|WWW|XAI';

/** Names too short, or too like other words, to be a conference without a year beside them. */
export const SERIES_WITH_YEAR =
  'AACR|ACC|AI|ALIFE|ASE|CADE|CAI|CASE|CC|CCA|CCS|CDC|CGI|CLOUD|CP|CPP|CSF|CSL|DAC|DATE|DIS|DLT|EC|ECC|EDBT|EDM|EGU|ER|ESA|ETRA|FC|FG|FM|FSE|GD|HRI|HT|IC3|ICA|ICC|ICLC|IDA|IISWC|IS|ISC|ISSI|ISVC|ITC|IV|IVA|KI|KR|LAK|LCWS|MM|MMM|MOT|MSR|NCA|OFC|PACT|PETS|QCE|QIP|QPL|RV|S&P|SAC|SANER|SAT|SC|SLT|SMC|SP|SPIE|SPAA|TCC|TPDL|TQC|TSD|VIS|VMCAI|VR|WAFR|WG|WAOA|xAI|Lattice|LATTICE|MSML|RSS|SLSP';

/** Spellings of a series that are not its usual short form. */
export const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^interspeech$/i, 'Interspeech'],
  [/^(?:neurips|neurlps)$/i, 'NeurIPS'],
  [/^sigkdd$/i, 'KDD'],
  [/^(?:acm[- ]?)?(?:mm|multimedia)$/i, 'ACM MM'],
  [/^acmmm$/i, 'ACM MM'],
  [/^(?:thewebconf|the web conference|web conference)$/i, 'WWW'],
  [/^ecml[-/ ]?pkdd$/i, 'ECML-PKDD'],
  [/^globecom$/i, 'GLOBECOM'],
];

/** What tells a series by its full name, where no short form is given. Narrower ones first. */
export const FULL_NAMES: readonly (readonly [string, string])[] = [
  ['Winter Conference on Applications of Computer Vision', 'WACV'],
  ['European Conference on Computer Vision', 'ECCV'],
  ['Asian Conference on Computer Vision', 'ACCV'],
  ['International Conference on Computer Vision(?! and| Theory)', 'ICCV'],
  ['British Machine Vision', 'BMVC'],
  ['Computer Vision and Pattern Recognition', 'CVPR'],
  ['International Conference on Pattern Recognition(?! and)', 'ICPR'],
  ['Empirical Methods (?:in|for) Natural Language', 'EMNLP'],
  ['North American Chapter of the A', 'NAACL'],
  ['European Chapter of the A', 'EACL'],
  ['Asia-Pacific Chapter of the A', 'AACL'],
  ['Meeting of the Association for Computational Linguistics', 'ACL'],
  ['Association for Computational Linguistics', 'ACL'],
  ['Language Resources and Evaluation', 'LREC'],
  ['Conference on Computational Linguistics', 'COLING'],
  ['Conference on Language Modeling', 'COLM'],
  ['Neural Information Processing Systems', 'NeurIPS'],
  ['International Conference [oO][nf] Machine Learning(?! and)', 'ICML'],
  ['Conference on Learning Representations', 'ICLR'],
  ['AAAI Conference', 'AAAI'],
  ['Joint Conferences? on Artificial Intelligence', 'IJCAI'],
  ['European Conference on Artificial Intelligence', 'ECAI'],
  ['Artificial Intelligence and Statistics', 'AISTATS'],
  ['Uncertainty in Artificial Intelligence', 'UAI'],
  ['Autonomous Agents and Multi-?[aA]gent', 'AAMAS'],
  ['Knowledge Discovery (?:and|&) Data Mining', 'KDD'],
  ['Information and Knowledge Management', 'CIKM'],
  ['Development in Information Retrieval', 'SIGIR'],
  ['(?:ACM|The) Web Conference|World Wide Web Conference', 'WWW'],
  ['Web Search and Data Mining', 'WSDM'],
  ['Conference on Robotics and Automation', 'ICRA'],
  ['Intelligent Robots and Systems', 'IROS'],
  ['Conference on Robot Learning', 'CoRL'],
  ['Robotics: Science and Systems', 'RSS'],
  ['Conference on Acoustics,? Speech,?', 'ICASSP'],
  ['Conference on Image Processing', 'ICIP'],
  ['Conference on Multimedia and Expo|Conference on Multimedia & Expo', 'ICME'],
  ['International Conference on Multimedia(?! (?:and|&|Retrieval|Information))|ACM Multimedia', 'ACM MM'],
  ['Medical Image Computing and', 'MICCAI'],
  ['Symposium on Biomedical Imaging', 'ISBI'],
  ['Joint Conference on Neural Networks', 'IJCNN'],
  ['Congress on Evolutionary Computation', 'CEC'],
  ['Genetic and Evolutionary Computation Conference', 'GECCO'],
  ['Conference on Decision and Control', 'CDC'],
  ['American Control Conference', 'ACC'],
  ['Symposium on Information Theory', 'ISIT'],
  ['Human Factors in Computing|CHI Conference', 'CHI'],
  ['Fairness,? Accountability,? and Transparency', 'FAccT'],
  ['Symposium on Security (?:and|&) Privacy(?! Work)', 'S&P'],
  ['Cosmic Ray Conference', 'ICRC'],
  ['USENIX Security', 'USENIX Security'],
];

/** Books of chapters that many authors announce, each by the words that tell it. */
export const BOOKS: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?(?:book )?Advancing Astrophysics with the (?:SKA|Square)/i, 'AASKAII'],
];
