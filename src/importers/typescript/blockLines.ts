/** Notes of ours that stand where the name of a block could. */
const note = /in the editor; layer names take only letters|^What its outputs cost is in /;

/**
 * The blocks around what stands in a line of `createModel`, outermost first: our text says them in a comment that holds until
 * an empty line.
 */
export function blockLines(text: string): (line: number) => readonly string[] {
  const around = new Map<number, readonly string[]>();
  let here: readonly string[] = [];
  let inside = false;
  text.split('\n').forEach((line, at) => {
    if (/^(export )?function createModel\(/.test(line)) inside = true;
    else if (line === '}') inside = false;
    const said = /^ {2}\/\/ (.*)$/.exec(line)?.[1];
    if (!inside || line === '') here = [];
    else if (said !== undefined && !note.test(said)) here = said.split(' / ');
    around.set(at + 1, here);
  });
  return (line) => around.get(line) ?? [];
}
