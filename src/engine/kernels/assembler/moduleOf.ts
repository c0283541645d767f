import { type Bytes, list, named, sized, unsigned } from './encoding';
import { type IntVariable, Routine } from './routine';

/** Writes a function into a routine, from its parameters. */
export interface Written {
  readonly parameters: number;
  write(routine: Routine, ...parameters: IntVariable[]): void;
}

export interface ModuleSettings {
  /** Is the memory shared between threads? */
  readonly shared: boolean;
}

/** `\0asm` and the version of the format. */
const header: Bytes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

const section = (id: number, content: Bytes): Bytes => [id, ...sized(content)];

/** A WebAssembly module that works in the memory `env.memory` and exports these functions. */
export function moduleOf(
  functions: Readonly<Record<string, Written>>,
  { shared }: ModuleSettings,
): Uint8Array<ArrayBuffer> {
  const written = Object.values(functions).map(({ parameters, write }) => {
    const routine = new Routine(parameters);
    write(routine, ...routine.given);
    return routine.finished();
  });
  const limits = shared ? [3, 0, ...unsigned(65_536)] : [0, 0];
  const exported = Object.keys(functions).map((name, index) => [...named(name), 0, ...unsigned(index)]);
  return Uint8Array.from([
    ...header,
    ...section(1, list(written.map(({ type }) => type))),
    ...section(2, list([[...named('env'), ...named('memory'), 2, ...limits]])),
    ...section(3, list(written.map((_, index) => unsigned(index)))),
    ...section(7, list(exported)),
    ...section(10, list(written.map(({ body }) => body))),
  ]);
}
