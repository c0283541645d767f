import { parser } from '@lezer/python';
import type { Statement } from './ast';
import { Source, childrenOf } from './cursor';
import { statementsOf } from './statements';

/** The statements of a text. Throws `CodeError('tooDeep')`; what is no Python comes as `broken`. */
export function parsePython(text: string): readonly Statement[] {
  return statementsOf(new Source(text), childrenOf(parser.parse(text).topNode));
}
