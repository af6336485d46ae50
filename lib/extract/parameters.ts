import type { Field, ModelSize, Stated } from '@/lib/core/facts';
import { phraseEnd, wordsThen } from './phrase';
import { stated, type Fact, type Reading, type Sentence } from './reading';

const SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 };
/** Without one there is no size. */
const SIZE = /\d ?-?(?:[BMT]\b|[BMTbmtr]{1,2}illion)/;
/** A size, and what must follow it: `3 billion parameters`, `7B models`, `7B and 13B`. */
const STATED_SIZES = {
  size: /(?<![\w.$])(\d{1,4}(?:[.,]\d{1,3})?) ?(?:-| )?(billion|million|trillion|[BMT](?![\w]))/gi,
  then: [/[- ]?/y, wordsThen(2, /[a-z-]{1,16} /iy, /(?:param(?:eter)?s?|weights|scales?|sized?)\b/iy)],
  isPart: true,
};
const LOOSE_SIZES = {
  size: /(?<![\w.$-])(\d{1,4}(?:\.\d{1,2})?)(B|M)(?![\w$])/g,
  then: [
    [
      [/(?:,? (?:to|and|or|vs\.?|versus) |, |-|\/)\d{1,4}(?:\.\d)?[BM]\b/y],
      [
        /[- ]/y,
        wordsThen(
          1,
          /[\w-]{1,16} /y,
          /(?:models?|LLMs?|LMs?|VLMs?|MLLMs?|VLAs?|scales?|variants?|backbones?|params?|sized?|base|teacher|student|policy|dense|MoE|decoder|transformers?|checkpoints?|language|baselines?|version|agents?|reasoning)\b/y,
        ),
      ],
    ],
  ],
  isPart: false,
};
/** Words behind a number that make it another count: `7B tokens`. */
const COUNTED = [
  /[- ]?/y,
  wordsThen(
    2,
    /[a-z-]{1,20} /iy,
    /(?:tokens|images|pairs|samples|data|examples|videos|dataset|corpus|users|points|interactions|ratings)\b/iy,
  ),
];
const COUNTED_NEXT = [
  /[- ]?/y,
  wordsThen(1, /[\w-]{1,20} /y, /tokens|images|pairs|samples|data|examples|users|words|frames|points/iy),
];
const FAMILY =
  /(?:GPT|LLaMA|LLM|Qwen|QwQ|OPT|BLOOM|Gemma|Mistral|Mixtral|DeepSeek|Phi|Falcon|PaLM|GLM|ERNIE|Intern|LLaVA|LLaDA|Dream|T5|BERT|Vicuna|Alpaca|Pythia|OLMo|SmolLM|SmolVLM|StarCoder|Codex|Yi|Baichuan|MPT|Granite|Nemotron|Janus|VLA|Kimi|MiniMax|MiniCPM|Jamba|Mamba|RWKV|ViT|ESM|Evo|Aya|Wan|Hunyuan|CogVideo|FLUX|VL|VLM|LM|R1|Coder|Math|Distill|Instruct|Base|Chat|Large|Small|Omni|Audio|Switch|Gopher|Chinchilla|Jurassic|MoE|CLIP|Net|former|DiT|Hermes|Orca|WizardLM|Zephyr|Swin|SAM|Ling|Seed|Apertus|Molmo|Pixtral|Emu|Show-o)[\w. -]*$/i;
const NAMED = new RegExp(
  `(?<![\\w$])([A-Z][\\w.+*-]*?(?:[- ](?:[A-Z][\\w.+*]*|\\d(?:\\.\\d)?)){0,3}?)(?:[- ]| ?\\()(\\d{1,4}(?:\\.\\d{1,2})?)(B|M|T)(?![\\w$])((?:-[A-Z](?:[\\w.]*\\w)?)*)\\)?`,
  'g',
);
// Collections named by how much is in them.
const COLLECTION =
  /LAION|MovieLens|\bML$|\bSA$|RedPajama|COYO|DataComp|WebLI|WebVid|Panda|JFT|YFCC|CC$|Conceptual|Pile|FineWeb|Dolma|Corpus|Dataset|Places|Million|HowTo|Koala|InternVid|GRIT|Nemotron-CC|SlimPajama|Objaverse|Tokens?$|Criteo|Netflix|Bench|Data\b|ImageNet|Fig|Table|Section|Phase|Type|Theorem|Step|IL$|Class|Group|USD|Top$|DCLM|OpenWeb|MSD|Yambda|Tiny$|Kuai|Amazon|Trials?|MINT$/i;
const ELSEWHERE =
  /\b(?:than|over|against|outperform\w*|surpass\w*|exceed\w*|beat\w*|compar\w+|like|such as|including|e\.g\.|versus|vs|as (?:good|large|strong|capable) as|match\w*|rival\w*|existing|baselines?|evaluat\w+|on|using|across|of|from|tested|fine-?tun\w+|approach\w*|with)\b(?: [^.;]{0,60})?$/i;
const OWN =
  /\b(?:we|our|this (?:work|paper|report))\b[^.;]{0,60}?\b(?:introduc|present|propos|releas|develop|train|build|built|open-?sourc|pretrain|pre-train|scal|creat|contribut|unveil|announc)\w*|\bour\b(?: [\w-]{1,20}){0,4} $|\bwith (?:only|just|merely|as few as)? ?$|\b(?:only|just|merely|featuring) $|\b(?:is|as) an? (?:[\w,-]{1,20} ){0,4}$/i;

/** Model sizes as written; `own` is false for another paper's model and in a comparison. */
export const parameters: Fact<readonly Stated<ModelSize>[]> = {
  name: 'parameters',
  reads: ['title', 'abstract'],
  order: 23,
  read(paper) {
    const found: Stated<ModelSize>[] = [];
    for (const field of ['abstract', 'title'] as const) {
      if (!SIZE.test(paper.of(field))) continue;
      for (const sentence of paper.sentences(field))
        if (SIZE.test(sentence.text)) found.push(...sizesIn(sentence, paper, field));
    }
    return unique(found);
  },
};

type Found = { value: number; start: number; end: number };

function sizesIn({ text, start }: Sentence, paper: Reading, field: Field): Stated<ModelSize>[] {
  const found: Found[] = [];
  const subject = paper.of('title').replace(/(?:[:,]| - ).*/, '');
  const take = (one: Found): void => {
    if (!found.some((other) => one.start < other.end && other.start < one.end)) found.push(one);
  };
  for (const match of text.matchAll(NAMED)) {
    const [whole, name = '', number = '', scale = '', suffix = ''] = match;
    const end = match.index + whole.length;
    if (phraseEnd(text, end, COUNTED) >= 0 || !isModel(name, scale, suffix)) continue;
    const lead =
      /^(?:The|Our|We|This|With|For|In|On|Our|While|Both|An?|Using|And|Like|Only|From|Compared|Notably|Unlike|Specifically|Finally) /.exec(
        name,
      )?.[0].length ?? 0;
    const start = match.index + lead;
    const open =
      whole.includes('(') && !whole.endsWith(')') ? 0 : whole.endsWith(')') && !whole.includes('(') ? 1 : 0;
    take({ value: sizeOf(number, scale), start, end: end - open });
  }
  for (const { size, then, isPart } of [STATED_SIZES, LOOSE_SIZES]) {
    for (const match of text.matchAll(size)) {
      const sizeEnd = match.index + match[0].length;
      const thenEnd = phraseEnd(text, sizeEnd, then);
      if (thenEnd < 0) continue;
      const end = isPart ? thenEnd : sizeEnd;
      if (phraseEnd(text, end, COUNTED_NEXT) < 0)
        take({ value: sizeOf(match[1] ?? '', match[2] ?? ''), start: match.index, end });
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ value, start: from, end }) => {
      const words = text.slice(from, end);
      const own = isOwn(text.slice(0, from), words, subject);
      return stated({ value, text: words, own }, field, start + from, start + end);
    });
}

function isModel(name: string, scale: string, suffix: string): boolean {
  if (COLLECTION.test(name) || /^\w*(?:LLM|LM|model|VLM)s$/i.test(name)) return false;
  const known = suffix !== '' || FAMILY.test(name);
  return scale === 'B' ? known || /^[A-Z][\w.]{2,}(?:[ -][\w.]+)*$/.test(name) : known && scale === 'M';
}

function sizeOf(number: string, scale: string): number {
  const value = Number(number.replace(',', '.')) * (SCALE[scale.charAt(0).toLowerCase()] ?? 1);
  return Math.round(value);
}

function isOwn(before: string, words: string, subject: string): boolean {
  if (/scale/i.test(words)) return false;
  const name = /^[A-Z][\w.]*/.exec(words)?.[0];
  if (name !== undefined)
    return (
      name.length > 2 &&
      (subject.includes(name) ||
        (/\bour $/i.test(before) && !FAMILY.test(name)) ||
        /\b(?:introduc|present|propos|releas|unveil|open-?sourc)\w* (?:(?!\w*(?:us(?:es|ing)|employ|leverag|adopt|with|based))[\w-]+ ){0,2}$/i.test(
          before,
        ))
    );
  if (ELSEWHERE.test(before))
    return /\bwith (?:only |just |merely |over |about )?$/i.test(before) && !/\bthan\b/i.test(before);
  return OWN.test(before);
}

/** A size is listed once for each way it is written. */
function unique(sizes: readonly Stated<ModelSize>[]): Stated<ModelSize>[] {
  const seen = new Set<string>();
  return sizes.filter(({ value: { text } }) => !seen.has(text) && seen.add(text));
}
