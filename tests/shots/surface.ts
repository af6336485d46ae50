import type { ArxivServer } from '../browser/arxiv-server';
import type { Colours, GlossBrowser, View } from '../browser/gloss-browser';

/**
 * Where a browser is when a surface is shown: `stocked` has a library, `later` has one of a later version, the others
 * are what their names say.
 */
export type Stage = 'fresh' | 'stocked' | 'later' | 'importing' | 'failed';

/** What a surface is shown with. */
export type Stand = { browser: GlossBrowser; server: ArxivServer };

/** One picture's circumstances. Without `width` the surface has its own; `zoom` is the browser's. */
export type Look = { width: number | null; height: number; zoom: number; colours: Colours };

/** Something a reader can have before them. */
export type Surface = {
  name: string;
  stage: Stage;
  /** Opens it and brings it to where it is to be seen. */
  open: (stand: Stand) => Promise<View>;
  /** Done anew before every picture: what a change of the width puts away. */
  pose?: (view: View) => Promise<void>;
  looks: readonly Look[];
};

const LIGHT: Colours = { scheme: 'light', forced: false };
const DARK: Colours = { scheme: 'dark', forced: false };
const FORCED: Colours = { scheme: 'dark', forced: true };

/** Every width in light and in dark. */
export function looksAt(sizes: readonly (readonly [width: number | null, height: number])[]): Look[] {
  return sizes.flatMap(([width, height]) =>
    [LIGHT, DARK].map((colours) => ({ width, height, zoom: 1, colours })),
  );
}

/** A window of 1,280 pixels at 200%. */
export const ZOOMED: Look = { width: 640, height: 900, zoom: 2, colours: LIGHT };
export const FORCED_COLOURS: Look = { width: 1280, height: 1400, zoom: 1, colours: FORCED };

/** Narrow, usual, and ultra-wide, each high enough for what is of interest. */
export const PAGE_LOOKS = looksAt([
  [320, 1700],
  [1280, 1400],
  [2560, 1300],
]);

/** `chromium-abs-1280-light`. */
export function nameOfLook(surface: string, { width, zoom, colours }: Look): string {
  const at = width === null ? 'own' : zoom === 1 ? String(width) : `zoom${zoom * 100}`;
  return `${surface}-${at}-${colours.forced ? 'forced' : colours.scheme}`;
}
