import type { NativeValue, ThingValue } from '../values/value';

/** Something of a library by its name, not called. */
export const plainThing = (module: string, name: string): ThingValue => ({ kind: 'thing', module, name, args: null });

/** A class of a library whose objects are only handed on. */
export function thingClass(module: string, name: string): NativeValue {
  return {
    kind: 'native',
    name,
    keras: name,
    run: ({ args, named }) => ({
      kind: 'thing',
      module,
      name,
      args: new Map([...args.map((value, index) => [`#${index}`, value] as const), ...named]),
    }),
  };
}
