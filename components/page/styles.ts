/// <reference types="vite/client" />
import tokens from '../tokens.css?inline';
import bar from './bar.css?inline';
import card from './card.css?inline';
import changed from './changed.css?inline';
import facts from './facts.css?inline';
import mark from './mark.css?inline';
import panel from './panel.css?inline';
import pill from './pill.css?inline';
import related from './related.css?inline';
import row from './row.css?inline';
import side from './side.css?inline';
import veil from './veil.css?inline';

/** What stands beside `panelStyles` in the note on a page that has changed. */
export const changedStyles = changed;
/** What stands in the shadow root of every panel. */
export const panelStyles = tokens + panel;
/** What stands beside it in the panels of an abstract page. */
export const absStyles = facts + related + side;
/** What stands beside it in the bar of a listing. */
export const barStyles = bar;
/** What stands in that of a row: short, for there may be two thousand of them. */
export const rowStyles = row;
/** What stands over the title of a seen paper. */
export const veilStyles = veil;
/** What stands in that of a card beside a link. */
export const cardStyles = `${tokens}${card}`;
/** What stands in that of a reference's mark. */
export const markStyles = mark;
/** What stands beside `panelStyles` in the panel of an HTML paper. */
export const pillStyles = facts + related + pill;
