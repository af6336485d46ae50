/** It has no types of its own: as much of it as the tests use. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    readonly data: unknown;
  }
}
