import type { Machine, Scope } from '../values/value';
import type { Statement } from '../syntax/ast';

/** Binds the names of an import. Nothing is loaded: a module is its path, and what it holds is looked up when it is used. */
export function importNames(
  { module: path, names }: Statement & { kind: 'import' },
  scope: Scope,
  machine: Machine,
): void {
  if (names === null) {
    for (const each of path) {
      const [whole = '', as] = each.split(' ');
      const [first = ''] = whole.split('.');
      if (as) scope.set(as, machine.resolve(whole));
      else scope.set(first, machine.resolve(first));
    }
    return;
  }
  const from = path.join('.');
  for (const { name, as } of names) {
    if (name === '*') machine.star(from);
    else scope.set(as, machine.resolve(`${from}.${name}`));
  }
}
