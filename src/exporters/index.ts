import { dot } from './dot';
import type { Exporter } from './exporter';
import { keras } from './keras';
import { kerasScript } from './keras-script';
import { notebook } from './notebook';
import { onnx } from './onnx';
import { pytorch } from './pytorch';
import { typescript } from './typescript';

/** Every target, in the order of the code panel's tabs. */
export const exporters: readonly Exporter[] = [typescript, keras, kerasScript, notebook, pytorch, onnx, dot];
