import { type ComponentChildren, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import { makeText } from '@/components/make-text';
import { TextProvider } from '@/components/text';
import messages from '@/public/_locales/en/messages.json';

type Message = { message: string; placeholders?: Record<string, { content: string }> };

const MESSAGES: Readonly<Record<string, Message>> = messages;
const drawn: HTMLElement[] = [];

/** English, filled in as the browser does it. */
export const english = makeText((key, values) => {
  const { message = '', placeholders = {} } = MESSAGES[key] ?? {};
  return message.replace(/\$(\w+)\$/g, (_, named: string) => {
    const name = named.toLowerCase();
    const place = Number(placeholders[name]?.content.slice(1));
    return values[place - 1] ?? '';
  });
});

/** Draws into the document; drawing into the same `root` again is an update. Gone after the test. */
export async function draw(what: ComponentChildren, root = newRoot()): Promise<HTMLElement> {
  await acting(() => {
    render(<TextProvider value={english}>{what}</TextProvider>, root);
  });
  return root;
}

function newRoot(): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  drawn.push(root);
  return root;
}

afterEach(async () => {
  await act(() => {
    for (const root of drawn.splice(0)) {
      render(null, root);
      root.remove();
    }
  });
});

export function one<E extends HTMLElement = HTMLElement>(root: ParentNode, css: string): E {
  const found = root.querySelector<E>(css);
  if (found === null) throw new Error(`nothing at ${css}`);
  return found;
}

/** What a reader reads there, with the words that only the style sheet draws. */
export function saysOf(node: Node | null | undefined): string {
  if (!node) return '';
  const own = node instanceof Element ? (node.getAttribute('data-says') ?? '') : '';
  const inside =
    node.childNodes.length > 0 ? [...node.childNodes].map(saysOf).join('') : (node.nodeValue ?? '');
  return node.nodeName === 'STYLE' ? '' : inside + own;
}

/** The button, link or labelled control that reads or is named so. */
export function named(root: ParentNode, name: string): HTMLElement {
  const controls = root.querySelectorAll<HTMLElement>('button, a, input, select, textarea');
  const isIt = (control: HTMLElement) =>
    [
      control.getAttribute('aria-label'),
      control.textContent.trim(),
      control.closest('label')?.textContent,
    ].includes(name);
  const found = [...controls].find(isIt);
  if (found === undefined) throw new Error(`nothing named ${name}`);
  return found;
}

export async function click(control: HTMLElement): Promise<void> {
  await acting(() => control.click());
}

export async function type(field: HTMLElement, text: string): Promise<void> {
  if (!(field instanceof HTMLInputElement)) throw new Error('no field');
  await acting(() => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

/** Presses a key where the focus is. */
export async function press(key: string, options: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options });
  await acting(() => {
    (document.activeElement ?? document.body).dispatchEvent(event);
  });
  return event;
}

/** Lets promises that are under way come to their end. */
export async function settled(): Promise<void> {
  await acting(() => undefined);
}

/** Does it, and lets all that follows from it happen, effects with it. */
async function acting(does: () => void): Promise<void> {
  await act(async () => {
    does();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  });
  // What was drawn at the end of the first has its effects in the next.
  await act(() => undefined);
}
