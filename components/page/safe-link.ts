const LONGEST_ADDRESS = 2_000;

/**
 * A link a paper states, fit for an `href`: http or https only, no user name in it. Without a
 * scheme it is taken as https. Null for anything else.
 */
export function safeLink(stated: string): string | null {
  if (stated.length > LONGEST_ADDRESS) return null;
  const spelled = /^[a-z][a-z0-9+.-]*:/i.test(stated) ? stated : `https://${stated}`;
  if (!URL.canParse(spelled)) return null;
  const url = new URL(spelled);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' && url.hostname.includes('.') ? url.href : null;
}

/** Where a link leads, short enough for a line: the host without `www.`. */
export function hostOfLink(link: string): string {
  return new URL(link).hostname.replace(/^www\./, '');
}
