import { parser } from '@lezer/javascript';
import type { Statement } from '../../kerasCode/syntax/ast';
import { Source, childrenOf } from '../../kerasCode/syntax/cursor';
import { statementsOf } from './statements';

const typescript = parser.configure({ dialect: 'ts' });

/**
 * The statements of a text in the words in which code is evaluated; what is no TypeScript, or builds no model, comes as
 * `broken`. Throws `CodeError('tooDeep')`.
 */
export function parseTypeScript(text: string): readonly Statement[] {
  return statementsOf(new Source(text), childrenOf(typescript.parse(text).topNode));
}
