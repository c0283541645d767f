import type { Edit } from '../document';

/** The model's own layers start at random again; backbones keep what they start from. */
export const withoutStart: Edit = (document) => {
  if (document.weights === undefined) return document;
  const { weights: _, ...rest } = document;
  return rest;
};
