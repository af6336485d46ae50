import { joinedLine, lineItems } from '@/components/page/fact-items';
import { StatedLine } from '@/components/page/stated-line';
import { absStyles } from '@/components/page/styles';
import type { Evidence } from '@/lib/core/facts';
import type { FactGroup, FactItem } from '@/lib/core/shown';
import { extractLine, promisesMore } from '@/lib/extract/line';
import { rangesOf } from '@/lib/page/field-text';
import { absSlots } from '@/lib/page/mount';
import { defineFeature } from './feature';
import { factReport } from './fact-report';
import { addPanel } from './panel';
import { addWordMarker } from './word-marker';

/**
 * The line of stated facts under the abstract. Whether there is one is decided by title and
 * abstract, for it stands above the comments and nothing may move once they are shown; what the
 * comments state joins it when they arrive, and the rest when the background has read it: so do the
 * acronyms, for which it is there at once, empty if need be.
 */
export const statedFacts = defineFeature({
  id: 'stated-facts',
  on: ['abs'],
  examples: ['https://arxiv.org/abs/2210.02414', 'https://arxiv.org/abs/hep-th/9711200v3'],

  async run(scope) {
    const { document, reading, signal, text, timing } = scope;
    const early = await reading.early();
    const place = absSlots(document).factsAfter;
    if (!early || !place || signal.aborted) return;
    let line = lineItems(extractLine(early), text);
    if (line.length === 0 && !promisesMore(early)) return;

    const panel = addPanel(scope, 'stated-facts', (host) => place.after(host), absStyles);
    const marker = addWordMarker(document, signal);
    const choose = (evidence: readonly Evidence[] | null): void => {
      if (evidence) marker.mark(evidence.flatMap((one) => rangesOf(document, one.field, one)));
      else marker.clear();
    };
    let wrong: ((item: FactItem) => Promise<boolean>) | null = null;
    const draw = (next: readonly FactItem[], groups?: readonly FactGroup[]): void => {
      line = joinedLine(line, next);
      panel.draw(
        <StatedLine line={line} groups={groups ?? [ungrouped(line)]} onChoose={choose} onWrong={wrong} />,
      );
    };
    draw(line);
    timing.reached('gloss:stated');

    const whole = await reading.whole();
    if (!whole) return;
    if (whole !== early) draw(lineItems(extractLine(whole), text));
    const facts = await reading.facts();
    if (!facts) return;
    wrong = (item) =>
      navigator.clipboard.writeText(factReport(whole, item, facts.version)).then(
        () => true,
        () => false,
      );
    draw(facts.line, facts.groups);
  },
});

/** All facts as long as the background has said nothing. */
function ungrouped(line: readonly FactItem[]): FactGroup {
  return { name: '', items: line.map((one) => ({ ...one, words: null })) };
}
