import type { Document, Edit } from '../document';

/** Changes how the model is trained; a wrong value is the form's to refuse. */
export function setTraining(change: Partial<Document['training']>): Edit {
  return (document) => {
    const training = { ...document.training, ...change };
    return JSON.stringify(training) === JSON.stringify(document.training) ? document : { ...document, training };
  };
}

/** Longest title a document takes, in characters. */
export const longestTitle = 300;

export function setTitle(title: string): Edit {
  const kept = title.slice(0, longestTitle);
  return (document) => (document.title === kept ? document : { ...document, title: kept });
}
