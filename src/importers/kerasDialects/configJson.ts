import { jsonOf } from '../../document/reading/parse';
import type { ParseTrouble } from '../../document/reading/parseTrouble';
import { type Result, done } from '../../document/result';
import { pythonJson } from '../../formats/weights/kerasConfig';

/**
 * A configuration from its text: JSON as Python writes it, with `NaN` and `Infinity`, or JSON in a text of JSON, as
 * `json.dump(model.to_json(), …)` writes it.
 */
export function configJson(text: string): Result<unknown, ParseTrouble> {
  const plain = jsonOf(text);
  const json = plain.ok ? plain : asPython(text, plain);
  return json.ok && typeof json.value === 'string' ? jsonOf(json.value) : json;
}

function asPython(text: string, otherwise: Result<unknown, ParseTrouble>): Result<unknown, ParseTrouble> {
  if (otherwise.ok) return otherwise;
  // Python takes the last of several arguments of one name, and has words for numbers that JSON lacks.
  const isPython = otherwise.error.code === 'repeatedName' || /\b(NaN|Infinity)\b/.test(text);
  if (!isPython || otherwise.error.code === 'tooDeep') return otherwise;
  try {
    return done(pythonJson(text));
  } catch (error) {
    if (error instanceof SyntaxError) return otherwise;
    throw error;
  }
}
