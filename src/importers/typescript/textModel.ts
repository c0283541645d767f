import type { Library } from '../../document/template';
import { type Result, done, refused } from '../../document/result';
import { CodeError, type CodeTrouble } from '../kerasCode/codeError';
import { callValue } from '../kerasCode/evaluate/calls';
import { evaluate } from '../kerasCode/evaluate/expressions';
import { CodeMachine } from '../kerasCode/evaluate/machine';
import { execute } from '../kerasCode/evaluate/statements';
import { KerasSession } from '../kerasCode/keras/session';
import { tensorsOf } from '../kerasCode/model/tensorsOf';
import { module } from '../kerasCode/values/make';
import type { Layer, Value } from '../kerasCode/values/value';
import { parseTypeScript } from './syntax/parseTypeScript';
import { layerMaker, tensorFlowJs } from './tensorFlowJs';

/** The model of a text, as its functions make it. */
export interface TextModel {
  readonly model: Layer;
  /** Lines that make and call a layer, the outermost call first. */
  linesOf(layer: Layer): readonly number[];
}

/** Names that a text imports from one of our files. */
const imported = /import\s*\{([^}]*)\}\s*from\s*["'][^"']*layers["']/g;

function namesIn(text: string): ReadonlyMap<string, Value> {
  const given = new Map<string, Value>([['tf', module('tf')]]);
  for (const [, names = ''] of text.matchAll(imported)) {
    for (const name of names.split(',')) {
      const own = /^\s*(\w+)\s*$/.exec(name)?.[1];
      if (own !== undefined) given.set(own, layerMaker(own));
    }
  }
  return given;
}

/** The model that `createModel()` of a text makes, else the last function that makes one. Nothing is run. Never throws. */
export function textModel(text: string, library: Library): Result<TextModel, CodeTrouble | null> {
  const parts = { evaluate, execute, call: callValue, tensorsOf, resolve: tensorFlowJs, meaning: () => null };
  const machine = new CodeMachine(library, new KerasSession(), namesIn(text), parts);
  try {
    for (const statement of parseTypeScript(text)) {
      machine.begin();
      execute([statement], machine.globals, machine);
    }
    const makers = [...machine.globals.entries()].filter(
      ([, value]) => value.kind === 'function' && value.parameters.length === 0,
    );
    const [, maker] = makers.find(([name]) => name === 'createModel') ?? makers.at(-1) ?? [];
    machine.begin();
    const made = maker ? callValue(maker, { machine, line: 0, args: [], named: new Map() }) : machine.made.at(-1);
    if (made?.kind !== 'layer' || !made.model) return refused(null);
    return done({ model: made, linesOf: (layer) => machine.trace.linesOf(layer) });
  } catch (error) {
    if (error instanceof CodeError) return refused(error.trouble);
    if (error instanceof RangeError) return refused(new CodeError('tooDeep', 0, { limit: 0 }).trouble);
    throw error;
  }
}
