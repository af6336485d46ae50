import type { Availability, Evidence, Stated } from '@/lib/core/facts';
import type { Span } from '@/lib/core/sentences';
import { isDenied, isNotTheirs } from './denied';
import { linksIn } from './links';
import { phrasesIn, wordsThen, type Phrase } from './phrase';
import { evidence, type Fact, type Reading, type Sentence } from './reading';
import { isAboutData } from './about-data';

type What = Availability['what'];

const GIVEN =
  /(?:available|accessible|open[- ]?sourced?|opensourced|released|public\b|shared|hosted|downloaded|provided|published|found|obtained|accessed)\b/iy;

const THINGS: readonly (readonly [What, RegExp])[] = [
  [
    'code',
    /\b(?:(?:source[- ])?codes?(?!\w|[- ](?:rate|length|word|generat|review|complet|search))|codebase|implementations?|software|toolkit|toolbox|library|package|scripts|repository|repo|pipeline|simulator|everything|artifacts?)\b/i,
  ],
  [
    'data',
    /\bdata(?![- ](?:driven|efficien|analysis|augment))\b|\bdata-?sets?\b|\b(?:corpus|corpora|benchmarks?|test suite|catalogu?es?|annotations|artifacts?)\b/i,
  ],
  ['model', /\bweights\b|\bcheckpoints?\b|\bmodels?\b(?!['-])/i],
];
const AT = / (?:at|on|via|in|from|under|here|upon|through|for (?:download|research|public))\b|:| https?/iy;
/** `... is publicly available`, `... can be found at`: what is given stands in front. */
const IS_GIVEN: Phrase = {
  head: /\b(?:is|are|be|been|being|made|was|were|now) /gi,
  parts: [wordsThen(3, /\w+ /y, GIVEN)],
  barred: '',
};
const GIVEN_AT: Phrase = {
  head: /\b(?:available|accessible|open[- ]?sourced?|released|hosted|found|shared|published)/gi,
  parts: [[[/ \w+ly/iy, AT], [AT]]],
  barred: '',
};
const GIVEN_LAST = /(?<=[a-z] )(?:(?:publicly|freely|openly) )?(?:available|released)$/i;
/** `we release ...`, `open-sourcing ...`: what is given stands behind. */
const ACTIVE =
  /\b(?:we|will|and|also|to|fully|publicly|by|have|openly|further|authors|paper|work|,) (?:also |will |have |plan to |make |made |fully |publicly |further |additionally |openly |freely |intend to |commit to |then )*(?:releas(?:ed?|ing)|open[- ]?sourc(?:ed?|ing)|opensourc(?:ed?|ing)|shar(?:e|ed|ing)|publish(?:ed)?|mak(?:e|ing)|made|provid(?:e|ed|ing)|host(?:ed)?|contribut(?:e|ed))\b(?! (?:from|by|at)\b)/gi;
/** In front of `to release ...`: nothing is released by that. */
const ATTEMPT =
  /\b(?:attempts?|efforts?|how|need|desire|reluctance|reluctant|willing|willingness|failure|difficult|hard) $/i;
const FUTURE =
  /\b(?:will|shall|to be|going to|plan to|intend to|would be|soon|upon (?:acceptance|publication|request|paper)|after (?:acceptance|publication)|once (?:the|this|accepted)|coming)\b/i;
const OTHERS =
  /\b(?:existing|many|most|several|few|other|no|not|such|when|if|more|large|limited|currently|widely|recently|some|often|only|increasing\w*|were|previously|also)\b/i;
const OPEN = /\b(?:availab|public|open|access|free|download)|https?:|github/i;
/** `the code [for training on ImageNet data]`: what only describes the thing, and where that ends. */
const DESCRIBES =
  / (?:for|of|on|to|in|with|from|using|used|behind|that|which|needed|necessary|associated|supporting|as|by|under|at|via) /gi;
const DESCRIBED =
  /, | and (?:our|the|all|its|data|code|model|pre|train|weights|source|corresp)| (?:is|are|will|has|have|can) |$/gi;
const OPENS_LINK = /[:@] ?(?:\\url\{|\[|\()?$/;
const LABEL =
  /\b(codes?|source codes?|data|datasets?|models?|weights|implementation|software|checkpoints?|benchmark)(?:(?:,? and| &|,|\/|,? \+) ?(code|data|datasets?|models?|weights|checkpoints?|demos?|project page|videos|benchmark))?(?:,? (?:and|&) (data|datasets?|models?|weights|checkpoints?))? ?(?:link|url|repo|repository|page|website|release)? ?(?:[a-z]+ ){0,2}[:@] ?(?:\\url\{|\[|\()?$/i;

/** Words without which nothing is said to be given, in a field and in a sentence. */
const OFFERS = /avail|releas|open|public|shar|host|github|access|provid|publish|found|download/i;
const CUE =
  /avail|releas|open|public|shar|host|access|provid|publish|found|download|obtain|mak|made|contribut/i;

/** What the authors say they release or promise; each thing once, a release before a promise. */
export const available: Fact<readonly Stated<Availability>[]> = {
  name: 'available',
  reads: ['abstract', 'comments', 'title'],
  order: 11,
  read(paper) {
    const found: Stated<Availability>[] = [...labelledLinks(paper)];
    for (const field of ['abstract', 'comments'] as const) {
      if (!OFFERS.test(paper.of(field))) continue;
      for (const sentence of paper.sentences(field))
        if (CUE.test(sentence.text)) found.push(...offersIn(sentence, paper));
    }
    return bestOfEach(found);
  },
};

function thingsIn(said: string, state: Availability['state'], place: Evidence): Stated<Availability>[] {
  return THINGS.filter(([, pattern]) => pattern.test(said)).map(([what]) => ({
    value: { what, state },
    evidence: [place],
  }));
}

/** `Code: https://...`, `Weights: https://...`. */
function labelledLinks(paper: Reading): Stated<Availability>[] {
  return linksIn(paper).flatMap(({ field, start, end, lead }) => {
    const label = OPENS_LINK.test(lead) ? LABEL.exec(lead) : null;
    const said = label?.slice(1).join(' ') ?? '';
    return label
      ? thingsIn(
          said,
          FUTURE.test(label[0]) ? 'promised' : 'released',
          evidence(field, start - label[0].length, end),
        )
      : [];
  });
}

function offersIn(sentence: Sentence, paper: Reading): Stated<Availability>[] {
  const { text, field, start } = sentence;
  const found: Stated<Availability>[] = [];
  for (const { start: at, end: until } of givenIn(text)) {
    const offer = text.slice(at, until);
    const from = clauseStart(text, at);
    const subject = text.slice(from, at);
    if (OTHERS.test(subject.replace(/^.*\b(?:our|code)\b/i, '')) || /\bnot\b/.test(offer)) continue;
    if (isDenied(text, at) || isNotTheirs(subject)) continue;
    if (
      /provided|found|obtained|public$/i.test(offer) &&
      !OPEN.test(text.slice(until, until + 60)) &&
      !/ (?:at|here)$/.test(offer)
    )
      continue;
    const state = FUTURE.test(text.slice(from, until + 80)) ? 'promised' : 'released';
    found.push(...thingsIn(bare(subject), state, evidence(field, start + from, start + until)));
  }
  for (const offer of text.matchAll(ACTIVE)) {
    if (offer[0].startsWith('to ') && ATTEMPT.test(text.slice(0, offer.index))) continue;
    const until = offer.index + offer[0].length;
    const object =
      /^.*?(?=[;]|\. | to (?:facilitat|support|foster|encourag|promot|enabl|help|advanc|accelerat|stimul)|$)/.exec(
        text.slice(until, until + 260),
      )?.[0] ?? '';
    if (/(?:mak(?:e|ing)|made)$/i.test(offer[0]) && !isMadeOpen(object)) continue;
    if (
      /(?:provid\w+|publish\w*|host\w*|contribut\w*)$/i.test(offer[0]) &&
      !/\bcode|implement|https?:|(?:open|public|avail)\w*/i.test(object)
    )
      continue;
    const state = FUTURE.test(text.slice(Math.max(0, offer.index - 40), until + object.length))
      ? 'promised'
      : 'released';
    const place = evidence(field, start + offer.index, start + until + object.length);
    const things = thingsIn(bare(object), state, place);
    found.push(
      ...(things.length > 0 || !/github|gitlab/i.test(object) ? things : unnamed(paper, state, place)),
    );
  }
  return found;
}

/** `make the code available`, but not `made progress; their data are not available`. */
function isMadeOpen(object: string): boolean {
  const open = /\b(?:available|public|open|accessible)/i.exec(object);
  return open !== null && !/\b(?:is|are|was|were) (?:\w+ ){0,3}$/i.test(object.slice(0, open.index));
}

/** `We release NAME at https://github.com/...`: the dataset the paper introduces, else its code. */
function unnamed(paper: Reading, state: Availability['state'], place: Evidence): Stated<Availability>[] {
  return [{ value: { what: isAboutData(paper) ? 'data' : 'code', state }, evidence: [place] }];
}

/** Where something is said to be given, in order, none within another. */
function givenIn(text: string): Span[] {
  const spans = [...phrasesIn(text, IS_GIVEN), ...phrasesIn(text, GIVEN_AT)];
  const atEnd = GIVEN_LAST.exec(text);
  if (atEnd) spans.push({ start: atEnd.index, end: text.length });
  let done = 0;
  return spans
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => start >= done && (done = end) > 0);
}

/** Without what only describes the thing. */
function bare(said: string): string {
  let kept = '';
  let from = 0;
  for (const { index } of said.matchAll(DESCRIBES)) {
    if (index < from) continue;
    kept += `${said.slice(from, index)} `;
    DESCRIBED.lastIndex = said.indexOf(' ', index + 1) + 1;
    from = DESCRIBED.exec(said)?.index ?? said.length;
  }
  return kept + said.slice(from);
}

function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - 160);
  const before = text.slice(from, at);
  const cut = Math.max(before.lastIndexOf('; '), before.lastIndexOf('. '), before.lastIndexOf(' while '));
  const own = ownPart(before);
  const isNewClause =
    own > cut &&
    /\b(?:we|achiev|show|demonstrat|outperform|improv|evaluat|results?|is|are|has)\b/i.test(
      before.slice(cut + 1, own),
    );
  return from + Math.max(0, (isNewClause ? own : cut) + 1);
}

/** Where the last `and our ...` with no comma behind it begins; -1 where there is none. */
function ownPart(text: string): number {
  let last = -1;
  for (const { index, 0: words } of text.matchAll(
    /,? (?:and|with) (?=(?:our|the|all|source|code|its|full|both)\b)/g,
  ))
    if (!text.includes(',', index + words.length)) last = index;
  return last;
}

function bestOfEach(found: readonly Stated<Availability>[]): Stated<Availability>[] {
  return THINGS.flatMap(([what]) => {
    const all = found.filter(({ value }) => value.what === what);
    const best = all.find(({ value }) => value.state === 'released') ?? all[0];
    return best ? [best] : [];
  });
}
