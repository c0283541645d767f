import type { Library } from '../../document/template';
import { type Result, refused } from '../../document/result';
import type { ImportTrouble, Imported } from '../importer';
import { type GraphAnswers, graphDocument } from '../kerasGraph/graphDocument';
import { CodeError } from './codeError';
import { graphOf } from './model/graphOf';
import type { Layer } from './values/value';

/** The document of a model that code makes. Never throws. */
export function documentOf(
  model: Layer,
  library: Library,
  answers: GraphAnswers = {},
): Result<Imported, ImportTrouble> {
  try {
    return graphDocument(graphOf(model), library, answers);
  } catch (error) {
    if (error instanceof CodeError) return refused({ code: 'code', where: null, data: error.trouble });
    throw error;
  }
}
