/**
 * `npx tsx e2e/measure/tables/run.ts FILE…`: every table as it is proposed without asking, trained with the model that is made for
 * it, on wasm; on the validation and on the test the score beside that of the most frequent class, or of the mean, of the training
 * rows, and what a linear model gets on the validation.
 */
import { join } from 'node:path';
import { withBundle } from '../../nodeBundle';
import type * as Measuring from './tablesInNode';
import { wasmFiles } from '../wasmFilesInNode';

const files = process.argv.slice(2);
await withBundle<typeof Measuring, void>(join(import.meta.dirname, 'tablesInNode.ts'), ({ measureTables }) =>
  measureTables(files, wasmFiles),
);
