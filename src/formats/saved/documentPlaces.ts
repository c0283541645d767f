/** Where the document lies in a `.keras`, and the attribute that it is in an `.h5`. */
export const documentFile = 'deepbrick.json';
export const documentAttribute = 'deepbrick_document';

/** Name of the entry of a `model.json`'s `userDefinedMetadata` in which the document is. */
export const documentEntry = 'deepbrickDocument';
