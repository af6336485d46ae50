import type { Tab } from './gloss-browser';

/** What Gloss put on an abstract page, as a reader sees it. Needs an `e2e` build, whose shadow roots are open. */
export const PANEL = {
  facts: 'gloss-panel[data-gloss="stated-facts"]',
  related: 'gloss-panel[data-gloss="related-papers"]',
  side: 'gloss-panel[data-gloss="side-block"]',
} as const;

export type FactGroup = { name: string; facts: readonly { label: string; words: string | null }[] };
export type RelatedRow = { title: string; about: string; reasons: readonly string[] };

/** The facts of the line under the abstract; waits for it. */
export function factLine(tab: Tab): Promise<string[]> {
  return tab.until((panel) => {
    const facts = document.querySelector(panel)?.shadowRoot?.querySelectorAll('.facts .fact');
    return facts && facts.length > 0 && [...facts].map((fact) => fact.textContent);
  }, PANEL.facts);
}

/** Unfolds and reads *All facts*. */
export async function allFacts(tab: Tab): Promise<FactGroup[]> {
  await unfold(tab, PANEL.facts);
  return tab.until((panel): FactGroup[] | false => {
    const names = document.querySelector(panel)?.shadowRoot?.querySelectorAll('.table dt');
    if (!names || names.length === 0) return false;
    return [...names].map((name) => ({
      name: name.textContent,
      facts: [...(name.nextElementSibling?.querySelectorAll('li') ?? [])].map((item) => ({
        label: item.querySelector('.fact')?.textContent ?? '',
        words: item.querySelector('.words')?.textContent ?? null,
      })),
    }));
  }, PANEL.facts);
}

/** Waits for related papers (the first import may be under way), unfolds and reads all of them. */
export async function relatedPapers(tab: Tab): Promise<RelatedRow[]> {
  await unfold(tab, PANEL.related);
  await tab.run((panel) => {
    document.querySelector(panel)?.shadowRoot?.querySelector<HTMLElement>('.more')?.click();
  }, PANEL.related);
  return tab.until((panel): RelatedRow[] | false => {
    const root = document.querySelector(panel)?.shadowRoot;
    const rows = root?.querySelectorAll('.rows > li');
    if (!rows || rows.length === 0 || root?.querySelector('.more')) return false;
    const textOf = (row: Element, css: string) => row.querySelector(css)?.textContent.trim() ?? '';
    return [...rows].map((row) => ({
      title: textOf(row, '.title'),
      about: textOf(row, '.about'),
      reasons: [...row.querySelectorAll('.reasons > span')].map((reason) => reason.textContent),
    }));
  }, PANEL.related);
}

/** Waits until a panel has an element that the selector finds. */
export async function panelHas(tab: Tab, panel: string, css: string): Promise<void> {
  await tab.until(
    (host, inner) => Boolean(document.querySelector(host)?.shadowRoot?.querySelector(inner)),
    panel,
    css,
  );
}

/** Opens a panel's fold unless it is open. */
export async function unfold(tab: Tab, panel: string): Promise<void> {
  await tab.until((css) => {
    const fold = document.querySelector(css)?.shadowRoot?.querySelector<HTMLElement>('.fold');
    if (fold?.getAttribute('aria-expanded') === 'false') fold.click();
    return fold?.getAttribute('aria-expanded') === 'true';
  }, panel);
}

/** The duration in ms of a `gloss:*` measure of this page; waits for it. */
export function measured(tab: Tab, name: `gloss:${string}`): Promise<number> {
  return tab.until((wanted) => performance.getEntriesByName(wanted, 'measure')[0]?.duration, name);
}
