import type { Call, InstanceValue, Value } from '../values/value';
import { native, none, text, truth, unknown } from '../values/make';

const instance = (name: string, fields: ReadonlyMap<string, Value>): InstanceValue => ({
  kind: 'instance',
  class: { kind: 'class', name, bases: [], members: new Map() },
  fields: new Map(fields),
  layer: null,
});

/** What an argument of the command line is where the program is started without any. */
function initial({ named, line }: Call, name: string): Value {
  const given = named.get('default');
  if (given) return given;
  const action = named.get('action');
  if (action?.kind === 'string' && action.value === 'store_true') return truth(false);
  if (action?.kind === 'string' && action.value === 'store_false') return truth(true);
  return named.has('required') || !name.startsWith('-') ? unknown(name, line) : none;
}

/** `argparse.ArgumentParser()`: a program that is started without arguments has their defaults. */
export const argumentParser = native('ArgumentParser', () => {
  const values = new Map<string, Value>();
  const add = native('add_argument', (call) => {
    const names = call.args.flatMap((value) => (value.kind === 'string' ? [value.value] : []));
    const name = names.find((each) => each.startsWith('--')) ?? names[0] ?? '';
    const own = call.named.get('dest');
    const key = own?.kind === 'string' ? own.value : name.replace(/^-+/, '').replaceAll('-', '_');
    values.set(key, initial(call, name));
    return none;
  });
  const parser: InstanceValue = instance(
    'ArgumentParser',
    new Map<string, Value>([
      ['add_argument', add],
      ['parse_args', native('parse_args', () => instance('Namespace', values))],
      [
        'parse_known_args',
        native('parse_known_args', () => ({ kind: 'tuple', items: [instance('Namespace', values), none] })),
      ],
      [
        'set_defaults',
        native('set_defaults', ({ named }) => {
          for (const [name, value] of named) values.set(name, value);
          return none;
        }),
      ],
      ['error', native('error', ({ line }) => unknown('parser.error(…)', line))],
      ['print_help', native('print_help', () => text(''))],
    ]),
  );
  parser.fields.set(
    'add_argument_group',
    native('add_argument_group', () => parser),
  );
  parser.fields.set(
    'add_mutually_exclusive_group',
    native('add_mutually_exclusive_group', () => parser),
  );
  return parser;
});
