const TYPED = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'textInput',
  'paste',
  'compositionstart',
  'compositionupdate',
  'compositionend',
];

const roots = new WeakMap<EventTarget, ShadowRoot>();

/** What is typed into fields of this root is for us alone, where `keepTyping` looks on. */
export function ownTyping(host: Element, root: ShadowRoot): void {
  roots.set(host, root);
}

/**
 * What is typed into a field of ours would be heard by the page's scripts, letter by letter. We come
 * first, if this is called before the first of them runs, and no event goes on; the field is told by one
 * that does not leave our root.
 */
export function keepTyping({ defaultView }: Document, signal: AbortSignal): void {
  const keep = (event: Event): void => {
    const field = event.target && roots.get(event.target)?.activeElement;
    if (!field?.matches('input, select')) return;
    event.stopImmediatePropagation();
    if (event.type === 'input') field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (const type of TYPED) defaultView?.addEventListener(type, keep, { capture: true, signal });
}
