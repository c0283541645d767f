import { initialParams } from '../../brick/brick';
import type { Edit, Json } from '../document';
import type { Fix } from '../fix';
import { type Places, itemsOf } from '../items';
import type { Library } from '../template';
import type { Training } from '../training';
import { optimizerSettings } from '../training/trainingChoices';
import { withLearningRate } from '../training/withLearningRate';
import { addBrick, nameFor, remove, renamedOutput, setParam } from './bricks';
import { withOwnWeights } from './shared';
import { connect, disconnect, insertOnWire } from './wires';

/** How far left of a brick its new neighbour is put: a brick and the space between towers. */
export const columnWidth = 212;

/** Does what a fix offers: one edit, one undo step. A fix that no longer applies changes nothing. */
export function applyFix(fix: Fix, library: Library, places: Places): Edit {
  switch (fix.kind) {
    case 'insert':
      return (document) => {
        const edge = document.edges.find(({ to, port }) => to === fix.before && port === fix.port);
        const target = placeOf(fix.before, places);
        const at = [target.x, target.y] as const;
        if (!edge) return document;
        const inserted = insertOnWire(library, edge, { type: fix.brick, at })(document);
        // The brick behind a wire stands on its new adapter: one tower instead of two bricks at one place.
        const stands = document.nodes[fix.before]!.stacked === true || inserted === document || fix.port !== 0;
        if (stands) return inserted;
        return {
          ...inserted,
          nodes: { ...inserted.nodes, [fix.before]: { ...inserted.nodes[fix.before]!, stacked: true } },
        };
      };
    case 'setParam':
      return setParam(fix.node, fix.param, fix.value as Json);
    case 'setInner':
      return (document) => {
        const node = Object.hasOwn(document.nodes, fix.node) ? document.nodes[fix.node] : undefined;
        const inner = node?.params['layer'];
        if (typeof inner !== 'object' || inner === null || Array.isArray(inner) || !('params' in inner))
          return document;
        const params = { ...(inner.params as Record<string, Json>), [fix.param]: fix.value };
        return setParam(fix.node, 'layer', { ...inner, params })(document);
      };
    case 'addInput':
      return (document) => {
        const brick = Object.hasOwn(library.bricks, fix.brick) ? library.bricks[fix.brick] : undefined;
        if (!brick || !Object.hasOwn(document.nodes, fix.to)) return document;
        const name = nameFor(document, library, { type: fix.brick });
        const target = placeOf(itemsOf(document).itemOf.get(fix.to)!, places);
        const at = [target.x - columnWidth, target.y] as const;
        const params = initialParams(brick) as Record<string, Json>;
        const added = addBrick(library, { type: fix.brick, name, params, at })(document);
        return connect(library, name, fix.to, places)(added);
      };
    case 'remove':
      return remove([fix.node], places);
    case 'append':
      return (document) => {
        const name = nameFor(document, library, { type: fix.brick });
        const added = addBrick(library, { type: fix.brick, name, params: fix.params, on: fix.on })(document);
        return added === document ? document : { ...added, training: renamedOutput(added.training, fix.on, name) };
      };
    case 'setLoss':
      return (document) => ({ ...document, training: withLoss(document.training, fix.output, fix.loss) });
    case 'exchange':
      return (document) => {
        const brick = Object.hasOwn(library.bricks, fix.brick) ? library.bricks[fix.brick] : undefined;
        const node = Object.hasOwn(document.nodes, fix.node) ? document.nodes[fix.node] : undefined;
        if (brick === undefined || node === undefined) return document;
        const params = { ...initialParams(brick), ...fix.params } as Record<string, Json>;
        return { ...document, nodes: { ...document.nodes, [fix.node]: { ...node, type: fix.brick, params } } };
      };
    // These are more than an edit: `src/editor/commands/doFix.ts` does them.
    case 'bringPhotos':
    case 'newHead':
    case 'photosTemplate':
      return (document) => document;
    case 'setDataset':
      return (document) => ({ ...document, training: { ...document.training, dataset: fix.dataset } });
    case 'setOptimizer': {
      const optimizer = { name: fix.name, settings: { ...optimizerSettings[fix.name] } };
      return (document) => ({ ...document, training: { ...document.training, optimizer } });
    }
    case 'setLearningRate':
      return (document) => ({ ...document, training: withLearningRate(document.training, fix.rate) });
    case 'setBatchSize':
      return (document) => ({ ...document, training: { ...document.training, batchSize: fix.batchSize } });
    case 'setPreprocessing':
      return (document) => ({ ...document, training: { ...document.training, preprocessing: fix.preprocessing } });
    case 'ownWeights':
      return withOwnWeights([fix.node]);
    case 'disconnect':
      return disconnect({ from: fix.from, to: fix.to, port: fix.port }, places);
  }
}

function withLoss(training: Training, output: string | null, loss: Training['loss']): Training {
  if (output === null) return { ...training, loss, lossSettings: {} };
  const weight = Object.hasOwn(training.outputs, output) ? training.outputs[output]!.weight : 1;
  return { ...training, outputs: { ...training.outputs, [output]: { loss, weight } } };
}

function placeOf(id: string, places: Places): { readonly x: number; readonly y: number } {
  return places.items.get(id) ?? { x: 0, y: 0 };
}
