import type { Document, Edit } from '../document';
import { longestName } from '../longestName';

/** Changes how the model is trained; a wrong value is the form's to refuse. */
export function setTraining(change: Partial<Document['training']>): Edit {
  return (document) => {
    const training = { ...document.training, ...change };
    return JSON.stringify(training) === JSON.stringify(document.training) ? document : { ...document, training };
  };
}

export function setTitle(title: string): Edit {
  const kept = title.slice(0, longestName);
  return (document) => (document.title === kept ? document : { ...document, title: kept });
}
