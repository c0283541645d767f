import type { SyntaxNode } from '@lezer/common';
import type { ImportedName } from './ast';
import { type Source, separated } from './cursor';

/** `import a.b as c, d` (names null, one path after another) or `from m import x as y`. */
export function importOf(
  source: Source,
  children: readonly SyntaxNode[],
): { readonly module: readonly string[]; readonly names: readonly ImportedName[] | null } {
  const words = children.map((child) => source.textOf(child));
  const at = words.indexOf('import');
  const inside = children.slice(at + 1).filter(({ name }) => name !== '(' && name !== ')');
  const groups = separated(inside).map((group) => group.map((child) => source.textOf(child)));
  if (words[0] === 'from') {
    const module = words.slice(1, at).filter((word) => /^\w+$/.test(word));
    const names = groups.map((group) => ({
      name: group[0]!,
      as: group[1] === 'as' ? (group[2] ?? group[0]!) : group[0]!,
    }));
    return { module, names };
  }
  const paths = groups.map((group) => {
    const end = group.indexOf('as');
    const path = (end < 0 ? group : group.slice(0, end)).join('');
    return end < 0 ? path : `${path} ${group[end + 1] ?? ''}`;
  });
  return { module: paths, names: null };
}
