/** How our own pages look: as the system does, or always one way. arXiv's pages have their own look. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
