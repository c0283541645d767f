/** Things that hang together in groups with one root each (union-find): answers in next to no time, however long the way. */
export interface Joined {
  rootOf(name: string): string;
  /** Puts the group whose root is `root` under another thing; that one's root is then the root of both. */
  join(root: string, under: string): void;
}

export function createJoined(): Joined {
  const above = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = above.get(root); up !== undefined; up = above.get(root)) root = up;
    for (let each = name; each !== root;) {
      const up = above.get(each)!;
      above.set(each, root);
      each = up;
    }
    return root;
  };
  return { rootOf, join: (root, under) => void above.set(root, under) };
}
