import type { Edit } from '../document';

/** The model's own layers start at random again; backbones keep what they start from. */
export const withoutStart: Edit = (document) => {
  if (document.weights === undefined) return document;
  const { weights: _, ...rest } = document;
  return rest;
};

/** The model's own layers start from another file of somebody's own; `file` is its SHA-256. */
export const startFromFile =
  (file: string): Edit =>
  (document) =>
    document.weights?.source === 'file' ? { ...document, weights: { ...document.weights, file } } : document;
