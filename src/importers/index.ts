import { deepbrick } from './deepbrick';
import type { Importer } from './importer';
import { kerasConfig } from './kerasConfig';
import { kerasFile } from './kerasFile';
import { onnx } from './onnx';
import { pythonCode } from './pythonCode';
import { typescript } from './typescript';

/** Every kind of file that opens as a document, the most particular first. */
export const importers: readonly Importer[] = [kerasConfig, kerasFile, typescript, pythonCode, onnx, deepbrick];
