import type { Stated } from '@/lib/core/facts';
import { readingOf, stated, type Fact, type StatableText } from './reading';

const THING =
  '(?:typos?|misprints?|errors?|mistakes?|corrections?|changes?|revisions?|references?|refs?\\.?|citations?|clarifications?|comments?|remarks?|discussions?|sections?|appendi(?:x|ces)|figures?|tables?|results?|proofs?|examples?|details|explanations?|acknowledge?ments?|exposition|presentation|introduction|abstract|title|text|content|language|grammar)';
const DONE =
  '(?:added|corrected|fixed|removed|updated|made|included|improved|expanded|revised|changed|clarified|modified|extended|rewritten|shortened|simplified|adjusted)';
const PATTERNS = [
  new RegExp(
    `\\b[vV](?:ersion )?\\d{1,2}\\b ?(?:[:,-]|is|has|with|\\() ?(?:[^.;]|\\.(?=\\d)){0,60}?\\b(?:typos?|errors?|${DONE}|version|published|match\\w*|minor|major|changes?|revis\\w*|corrections?)\\b(?:[^.;]|\\.(?=\\d)){0,160}`,
  ),
  new RegExp(
    `\\b(?:(?:minor|major|small|some|few|several|many|substantial|significant|slight|important|new|a|two|three|several) )?(?:(?!(?:of|in|the) )[\\w-]{1,14} )?${THING}(?: and ${THING})?(?:,? (?:are|were|have been|has been))? ${DONE}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:${DONE}|substantially|significantly|completely|slightly) (?:(?!(?:and|in) )[\\w-]{1,14} ){0,3}?${THING}\\b`,
    'i',
  ),
  /\b(?:(?:minor|major|small|substantial|significant|cosmetic|stylistic|editorial) (?:changes|corrections|revisions?|modifications|edits|improvements|updates?))\b/i,
  /\b(?:published|final|accepted|journal|camera[- ]ready|revised|extended|corrected|updated|expanded|shortened|full|improved) version\b(?: (?:to appear|accepted|published|of)[^.;,]{0,60})?|\b(?:substantially|completely|significantly|thoroughly) (?:revised|rewritten|expanded)\b|\bversion (?:accepted|published|to appear|to be published|as published|matching)[^.;]{0,60}|\bmatch(?:es|ing)? (?:the )?(?:published|journal|accepted) version\b/i,
];

/** Behind the words: said of another version than this one. */
const OF_ANOTHER = /^(?: that)? (?:will|may|might|can|has been|is (?:available|published|to be))\b/;
/** What is only promised, or denied. */
const UNSAID = /\b(?:no|not|without|will be|to the|in the|in a|if) $/i;

/** What is new in this version, as the comments say it. */
export const versionNote: Fact<Stated<string> | null> = {
  name: 'versionNote',
  reads: ['comments'],
  order: 50,
  read(paper) {
    const text = paper.of('comments');
    if (!/\bv\d|version|typo|correct|revis|chang|add|updat|fix|improv|expand|extend/i.test(text)) return null;
    for (const pattern of PATTERNS) {
      const match = pattern.exec(text);
      if (!match) continue;
      if (UNSAID.test(text.slice(0, match.index)) || /^no /i.test(match[0])) continue;
      const words = match[0].trimEnd();
      if (OF_ANOTHER.test(text.slice(match.index + words.length))) continue;
      if (/ version of (?:this|our) (?:work|paper|article)\b/.test(words)) continue;
      return stated(words, 'comments', match.index, match.index + words.length);
    }
    return null;
  },
};

/** The note alone, where it is of a version that came after `version`, or names none. */
export function noteSince(paper: StatableText, version: number): string | null {
  const note = versionNote.read(readingOf(paper))?.value ?? null;
  const named = Number(/^v(?:ersion )?(\d+)/i.exec(note ?? '')?.[1] ?? Infinity);
  return named > version ? note : null;
}
