import type { Argument, InnerLayer } from '../../brick/call';
import { legacyHardSigmoid } from '../../brick/layers/activations';
import type { Settings } from '../../brick/namedArgument';
import { unprintable } from '../../compile/commentText';
import { snakeCase } from '../../compile/identifiers';

/** Words a Python variable must not be: keywords, and what the functions that build models use. */
export const pythonReserved: readonly string[] = (
  'False None True and as assert async await break class continue def del elif else except finally for from global ' +
  'if import in is lambda nonlocal not or pass raise return try while with yield match case type print range ' +
  'keras layers model name legacy_hard_sigmoid'
).split(' ');

/** What the files of the project and the cells of the notebook define and import: no function of a model takes such a name. */
export const projectNames: readonly string[] = (
  'argparse json math pathlib numpy build_model load_pretrained ' +
  'HERE SEED DATA EPOCHS BATCH_SIZE LEARNING_RATE WEIGHTS TRAINED CURVES FINE_TUNED PARTS PICTURES ' +
  'Data Batches Forgetting SidedAccuracy SidedPrecision SidedRecall ended shares resized neighbours photo prepare ' +
  'augmented model_inputs model_targets balanced compile_model schedule callbacks starting_model thaw fit count rate main ' +
  'importlib os pyplot backend data answer answers edited file history held values measures width figure axes axis ' +
  'label key output right row rows'
).split(' ');

/** The function of the script that Keras 3 lacks. */
const legacyFunction = snakeCase(legacyHardSigmoid);

function escaped(character: string): string {
  const code = character.codePointAt(0)!;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** A Python string literal on one line, whatever the text. */
export function pythonString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replace(unprintable, escaped)}"`;
}

/**
 * An argument as Python: lists are tuples, named choices are objects of `keras.initializers` and the like.
 * `inner` prints a layer inside a layer.
 */
export function pythonValue(value: Argument, inner?: (layer: InnerLayer) => string): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Math.abs(value) < 1e-3 && value !== 0 ? value.toExponential() : String(value);
  if (value === legacyHardSigmoid) return legacyFunction;
  if (typeof value === 'string') return pythonString(snakeCase(value));
  if (!('role' in value)) return tuple(value.map((item) => pythonValue(item, inner)));
  if (value.role === 'layer') {
    if (!inner) throw new Error('There is no printer for a layer inside a layer.');
    return inner(value.layer);
  }
  const { role, name, settings } = value;
  const spelled = name.replace(/^leCun/, 'lecun');
  if (role === 'initializer' && Object.keys(settings).length === 0) return pythonString(snakeCase(spelled));
  const words = spelled === 'l1l2' ? 'L1L2' : spelled[0]!.toUpperCase() + spelled.slice(1);
  return `keras.${role}s.${words}(${settingsText(settings)})`;
}

/** A number with a fraction, as Keras takes it for a learning rate: `1.0`. */
export const pythonFloat = (value: number): string => (Number.isInteger(value) ? `${value}.0` : pythonValue(value));

function settingsText(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${snakeCase(name)}=${pythonValue(value)}`)
    .join(', ');
}

/** `(1, 2)`, `(1,)`. */
export function tuple(items: readonly string[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}
