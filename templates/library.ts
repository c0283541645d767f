import { brickList } from '../bricks/index';
import { libraryOf } from '../src/document/library';
import type { Library } from '../src/document/template';
import { architectures } from './architectures/index';

/** Everything the compiler needs besides a document. */
export const library: Library = libraryOf(brickList, architectures);
