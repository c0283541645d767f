/** Parameters of any brick, read by name; a brick that lacks one gives the fallback. */
export type Params = Readonly<Record<string, unknown>>;

export function numberOf(params: Params, name: string, fallback: number): number {
  const value = params[name];
  return typeof value === 'number' ? value : fallback;
}

export function textOf(params: Params, name: string, fallback: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : fallback;
}

export function flagOf(params: Params, name: string, fallback = false): boolean {
  const value = params[name];
  return typeof value === 'boolean' ? value : fallback;
}

/** Numbers of a pair, triple, range or list, nested ones laid flat; one number is a list of one. */
export function numbersOf(params: Params, name: string): readonly number[] {
  const value = params[name];
  const list: readonly unknown[] = Array.isArray(value) ? value.flat(2) : [value];
  return list.filter((each) => typeof each === 'number');
}
