/** The project's own arXiv pages, written after the facts in the saved ones. */
export { absPage } from './abs-page';
export { htmlPage, pdfStub } from './html-page';
export { authorPage, classicListPage, listPage } from './list-page';
export { searchPage } from './search-page';
