/// <reference types="vite/client" />
import tokens from '../tokens.css?inline';
import panel from './panel.css?inline';
import row from './row.css?inline';
import veil from './veil.css?inline';

/** What stands in the shadow root of every panel. */
export const panelStyles = `${tokens}${panel}`;
/** What stands in that of a row: short, for there may be two thousand of them. */
export const rowStyles = row;
/** What stands over the title of a seen paper. */
export const veilStyles = veil;
