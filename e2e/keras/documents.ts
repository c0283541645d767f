import type { Document } from '../../src/document/document';

/** Documents beyond the templates, e.g. with several inputs and outputs. */
export const documents: readonly { readonly title: string; readonly document: Document }[] = [];
