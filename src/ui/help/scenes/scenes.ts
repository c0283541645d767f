import type { Shape } from '../../../brick/shape';
import { type Curve, type Share, layerCurve, layerShare } from './curves';
import { type Merged, mergedOf } from './merged';
import { type Moves, movesOf } from './moves';
import { axisIndex, spreadWindows } from './outputRules';
import { type PictureView, picturesOf } from './pictures';
import { flagOf, numberOf, numbersOf, textOf } from '../readParams';
import {
  type SlidingAxis,
  type SpreadAxis,
  drawnCells,
  drawnWindow,
  partedAxis,
  singleAxis,
  slidingAxis,
  spreadAxis,
} from './sliding';
import type { Subject } from '../subject';

/** Everything a drawing of a brick needs, worked out from the brick's own rule and parameters. */
export type Scene =
  | {
      readonly kind: 'sliding';
      readonly rows: SlidingAxis;
      readonly columns: SlidingAxis;
      /** Cells that the window takes in the depth that is not drawn. */
      readonly deep: number | null;
      readonly reduce: 'max' | 'average' | null;
    }
  | {
      readonly kind: 'spreading';
      readonly rows: SpreadAxis;
      readonly columns: SpreadAxis;
      readonly deep: number | null;
    }
  | { readonly kind: 'links'; readonly inputs: number; readonly outputs: number }
  | { readonly kind: 'cells'; readonly moves: Moves }
  | { readonly kind: 'merge'; readonly merged: Merged }
  | { readonly kind: 'curve'; readonly curve: Curve; readonly domain: readonly [number, number] }
  | { readonly kind: 'shares'; readonly share: Share }
  | { readonly kind: 'noise' }
  | { readonly kind: 'normal'; readonly epsilon: number }
  | {
      readonly kind: 'chain';
      readonly steps: number | null;
      readonly sequences: boolean;
      readonly directions: readonly ('forward' | 'backward')[];
      readonly state: string;
    }
  | { readonly kind: 'lookup'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'encoding'; readonly depth: number; readonly mode: string }
  | { readonly kind: 'masked'; readonly value: number }
  | { readonly kind: 'repeated'; readonly inner: Subject; readonly steps: number | null }
  | { readonly kind: 'picture'; readonly views: readonly PictureView[] }
  | { readonly kind: 'box'; readonly shape: Shape }
  | { readonly kind: 'stack'; readonly layers: readonly { readonly name: string; readonly shape: Shape }[] };

/** The drawing of a brick: by the word that it has for it, with this brick's window, padding and numbers. */
export function sceneOf(subject: Subject): Scene {
  const { brick, params, inputShapes, shape, nested, inner } = subject;
  const { drawing } = brick;
  const x = inputShapes[0] ?? [];
  if (nested) return { kind: 'stack', layers: stagesOf(subject) };
  if (inner) return wrapped(subject, inner);
  const share = layerShare(drawing, params);
  if (share) return { kind: 'shares', share };
  const curve = layerCurve(drawing, params);
  if (curve) return { kind: 'curve', curve, domain: [-3, 3] };
  if (drawing === 'rescaling') return rescaled(numberOf(params, 'scale', 1), numberOf(params, 'offset', 0));
  if (drawing === 'chain' || drawing === 'chainWithCell') return chained(subject);
  if (drawing === 'lookup')
    return { kind: 'lookup', rows: numberOf(params, 'inputDim', 8), columns: numberOf(params, 'outputDim', 4) };
  if (drawing === 'encoding')
    return {
      kind: 'encoding',
      depth: numberOf(params, 'numTokens', 5),
      mode: textOf(params, 'outputMode', 'multi_hot'),
    };
  if (drawing === 'masked') return { kind: 'masked', value: numberOf(params, 'maskValue', 0) };
  if (drawing === 'links') return { kind: 'links', inputs: x.at(-1) ?? 4, outputs: numberOf(params, 'units', 4) };
  const spread = spreading(subject) ?? inParts(subject) ?? sliding(subject);
  if (spread) return spread;
  const moves = movesOf(drawing, params, x, shape);
  if (moves) return { kind: 'cells', moves };
  const joinsRows = axisIndex(numberOf(params, 'axis', -1), shape.length) < shape.length - 1;
  const merged = mergedOf(drawing, inputShapes.length, joinsRows);
  if (merged) return { kind: 'merge', merged };
  const views = picturesOf(drawing, params, x);
  if (views) return { kind: 'picture', views };
  if (/normalization$/i.test(drawing ?? '')) return { kind: 'normal', epsilon: numberOf(params, 'epsilon', 0.001) };
  if (/noise|dropout/i.test(drawing ?? '')) return { kind: 'noise' };
  return { kind: 'box', shape };
}

/** A picture in so many parts of nearly the same size, each of which becomes one value. */
function inParts({ brick: { drawing }, params }: Subject): Scene | undefined {
  if (drawing !== 'partsMax' && drawing !== 'partsAverage') return undefined;
  const [rows, columns] = numbersOf(params, 'outputSize').map((size) => partedAxis(Math.min(size, 3)));
  const reduce = drawing === 'partsMax' ? 'max' : 'average';
  return { kind: 'sliding', rows: rows ?? singleAxis, columns: columns ?? singleAxis, reduce, deep: null };
}

function sliding({ brick, params, inputShapes: [x] }: Subject): Scene | undefined {
  const { drawing = '' } = brick;
  const rank = (x?.length ?? 0) - 1;
  const everywhere = Array.from({ length: rank }, (_, axis) => {
    const size = Math.min(x?.[axis] ?? 4, 4);
    return { size, stride: 1, dilation: 1 };
  });
  const given = brick.window?.(params) ?? [];
  const all = drawing.startsWith('whole');
  const windows = (all ? everywhere : given).map(drawnWindow);
  if (windows.length === 0) return undefined;
  const padding = textOf(params, 'padding', 'valid');
  const axes = windows.map((window, axis) =>
    slidingAxis(all ? window.size : drawnCells(x?.[axis] ?? null, window), window, padding),
  );
  const reduce = drawing.endsWith('Max') ? 'max' : drawing.endsWith('Average') ? 'average' : null;
  const [rows, columns] = axes.length === 1 ? [singleAxis, axes[0]!] : [axes.at(-2)!, axes.at(-1)!];
  return { kind: 'sliding', rows, columns, reduce, deep: windows.length > 2 ? windows[0]!.size : null };
}

function spreading({ brick, params, inputShapes: [x] }: Subject): Scene | undefined {
  const up = brick.drawing === 'enlarging';
  if (!up && brick.drawing !== 'spreading') return undefined;
  const windows = up
    ? numbersOf(params, 'size').map((size) => ({ size, stride: size, dilation: 1 }))
    : spreadWindows(params);
  const axes = windows
    .map(drawnWindow)
    .map((window, axis) => spreadAxis(Math.min(x?.[axis] ?? 3, 3), window, textOf(params, 'padding', 'valid')));
  const [rows, columns] = axes.length === 1 ? [singleAxis, axes[0]!] : [axes.at(-2)!, axes.at(-1)!];
  return { kind: 'spreading', rows, columns, deep: axes.length > 2 ? windows[0]!.size : null };
}

function chained({ brick, params, inputShapes: [x] }: Subject): Scene & { kind: 'chain' } {
  const backwards = flagOf(params, 'goBackwards');
  return {
    kind: 'chain',
    steps: x?.[0] ?? null,
    sequences: flagOf(params, 'returnSequences'),
    directions: [backwards ? 'backward' : 'forward'],
    state: brick.drawing === 'chainWithCell' ? 'h, c' : 'h',
  };
}

function wrapped(subject: Subject, inner: Subject): Scene {
  if (subject.brick.wraps!.copies.length > 1) return { ...chained(inner), directions: ['forward', 'backward'] };
  return { kind: 'repeated', inner, steps: subject.inputShapes[0]?.[0] ?? null };
}

function rescaled(scale: number, offset: number): Scene {
  const text = `x · ${Number(scale.toPrecision(4))}${offset === 0 ? '' : ` + ${Number(offset.toPrecision(4))}`}`;
  return { kind: 'curve', curve: { text, at: (x) => x * scale + offset }, domain: [0, 255] };
}

/** The last layer of every picture size in the model inside, the output last. */
function stagesOf({ nested }: Subject): readonly { readonly name: string; readonly shape: Shape }[] {
  const steps = nested!.steps.map(({ name, shape }) => ({ name, shape }));
  const size = ({ shape }: { readonly shape: Shape }) => shape.slice(0, -1).join();
  const last = steps.filter((step, index) => {
    const next = steps[index + 1];
    return next === undefined || size(next) !== size(step);
  });
  return last.length > 8 ? [...last.slice(0, 3), ...last.slice(-5)] : last;
}
