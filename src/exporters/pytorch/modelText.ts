import { commentText } from '../../compile/commentText';
import { type Plan, runnable } from '../../compile/plan';
import { docText, statement } from './model/lines';
import type { PlacedLayer, PlacedTensor, RefusedLayer } from './model/placed';
import { startLines } from './model/starts';
import { Writer } from './model/writer';
import { allParts, importsFor } from './python/index';
import type { PythonPart } from './python/part';

/** `model.py`, and what the files beside it need to know of it. */
export interface ModelText {
  readonly text: string;
  readonly parts: ReadonlySet<PythonPart>;
  readonly tensors: readonly PlacedTensor[];
  readonly layers: readonly PlacedLayer[];
  /** Names of modules that are not trained. */
  readonly frozen: readonly string[];
  readonly refused: readonly RefusedLayer[];
  /** Parameters of `forward`, in the order of the plan's inputs. */
  readonly inputs: readonly string[];
}

const nothing = { parts: new Set<PythonPart>(), tensors: [], layers: [], frozen: [], refused: [], inputs: [] };

/** A text that says why there is no model. */
function without(plan: Plan, reasons: readonly string[]): string {
  const layers = plan.steps.map(({ name, type }) => `#   ${commentText(name) || type}`);
  return [`# ${commentText(plan.title) || 'Model'}: PyTorch, exported by DeepBrick.`, ...reasons, ...layers, ''].join(
    '\n',
  );
}

const loading = (file: string) => [
  `WEIGHTS = Path(__file__).with_name("${file}")`,
  '',
  '',
  'def load_model(path: str | Path = WEIGHTS) -> Model:',
  '    """The model with the weights of a file, ready to predict."""',
  '    model = Model()',
  '    model.load_state_dict(load_file(path))',
  '    return model.eval()',
];

/** The plan as PyTorch modules; never throws. One that has no form in PyTorch is a text that says so. */
export function modelText(plan: Plan): ModelText {
  if (!runnable(plan)) {
    const reason = '# The model has open problems in the editor: there is nothing to compute yet.';
    return { ...nothing, text: without(plan, [reason]) };
  }
  const partNames = allParts.map(({ name }) => name);
  const writer = new Writer(partNames);
  const { scope, parameters, doc } = writer.model(plan, '');
  const { classes, parts, tensors, layers, frozen, refused } = writer;
  if (refused.length > 0) {
    const reasons = refused.map(
      ({ step, layer, reason }) =>
        `# PyTorch is not given ${commentText(step)}, a ${layer}: ${reason === 'stateful' ? 'it is stateful' : 'it has no counterpart'}.`,
    );
    return { ...nothing, refused, text: without(plan, reasons) };
  }
  const starts = startLines(tensors);
  const frozenLines = frozen.map((name) => `        self.${name}.requires_grad_(False)`);
  const resets = starts.length === 0 ? [] : ['        self.reset_parameters()'];
  const reset = [
    '    @torch.no_grad()',
    '    def reset_parameters(self) -> None:',
    '        """Starts every weight as Keras does."""',
    ...starts.flatMap((line) => statement(line.trimStart(), `        ${/^ */.exec(line)![0]}`)),
    '',
  ];
  writer.write('Model', `${commentText(plan.title) || 'Model'}.`, scope, parameters, [
    ...resets,
    ...frozenLines,
    '',
    ...(starts.length === 0 ? [] : reset),
  ]);
  const model = classes.at(-1)!;
  model.splice(1, 1, ...modelDoc(plan, doc));
  const body = [...classes.map((lines) => lines.join('\n')), loading('weights.safetensors').join('\n')].join('\n\n\n');
  const used = partNames.filter((name) => new RegExp(`(?<![\\w.])${name}\\b`).test(body)).toSorted(bySymbol);
  const local = [
    ...(body.includes('initializers.') ? ['import initializers'] : []),
    ...(used.length > 0 ? importLines(used) : []),
  ];
  const head = `"""${docText(commentText(plan.title)) || 'Model'}: PyTorch, exported by DeepBrick."""`;
  const imports = importsFor(body);
  const text = [head, '', ...imports, ...(local.length > 0 ? ['', ...local] : []), '', '', body, ''].join('\n');
  return { text, parts, tensors, layers, frozen, refused, inputs: parameters };
}

/** As ruff sorts names: those in capitals, classes, functions, each without regard to capitals. */
function bySymbol(a: string, b: string): number {
  const kind = (name: string) => (/^[A-Z\d_]{2,}$/.test(name) ? 0 : /^[A-Z]/.test(name) ? 1 : 2);
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return kind(a) - kind(b) || (one < other ? -1 : 1);
}

function importLines(names: readonly string[]): string[] {
  const line = `from layers import ${names.join(', ')}`;
  if (line.length <= 100) return [line];
  return ['from layers import (', ...names.map((name) => `    ${name},`), ')'];
}

/** What goes in or comes out on one line, or each on its own where that is too long. */
function listed(word: string, part: string): string[] {
  const values = part.split(/(?<=\]), /).map(docText);
  const line = `    ${word} ${values.join(', ')}.`;
  if (line.length <= 90) return [line];
  return values.map((value, at) => `    ${at === 0 ? word : '  and'} ${value}${at === values.length - 1 ? '.' : ','}`);
}

function modelDoc(plan: Plan, doc: string): string[] {
  const title = docText(commentText(plan.title)) || 'Model';
  const parts = doc.split(' -> ').flatMap((part, index) => listed(index === 0 ? 'Takes' : 'Gives', part));
  return [`    """${title}.`, '', ...parts, '    """'];
}
