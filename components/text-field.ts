/** True where keys are text: a field that is written in, be it of one line or of many. */
export function isTextField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && /^(?:text|search|number|date|url)$/.test(target.type);
}
