/** What a work of a type is in, which CSL has one variable for, and RIS one tag. */
export const containerOf = (type: string) =>
  ['inproceedings', 'incollection', 'inbook'].includes(type) ? 'booktitle' : 'journaltitle';
