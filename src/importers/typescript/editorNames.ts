/** What the editor calls a layer whose name no export can have, as our text says it in the line before. */
const renamed = /^\s*\/\/ ("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*') in the editor; layer names take only/;

/** Names in the editor by the line behind the note that says them. */
export function editorNames(text: string, read: (written: string) => string): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  text.split('\n').forEach((line, at) => {
    const written = renamed.exec(line)?.[1];
    if (written !== undefined) names.set(at + 2, read(written));
  });
  return names;
}
