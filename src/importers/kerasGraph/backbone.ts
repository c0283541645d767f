import type { AnyBrick } from '../../brick/brick';
import { initialParams } from '../../brick/brick';
import type { LayerSelection } from '../../brick/layerSelection';
import { valueText } from '../../compile/params';
import { type ArchitectureTemplate, type Library, initialOptions } from '../../document/template';
import type { ImportNote } from '../importer';
import type { Config, KerasGraph, KerasLayer } from './kerasGraph';
import type { PlacedLayer } from './placedLayer';

/** A pretrained model of `keras.applications` inside a model: the brick of a backbone, and which architecture it is. */
interface Backbone {
  readonly brick: AnyBrick;
  readonly template: ArchitectureTemplate;
}

/** How `application` of a layer says an architecture: its function in `keras.applications`, or our name where it has none. */
export const applicationOf = ({ architecture, id }: ArchitectureTemplate): string => architecture.keras?.model ?? id;

/** Null where the layer is none, or one that is not known here. */
function backboneOf({ application, graph, config }: KerasLayer, { bricks, architectures }: Library): Backbone | null {
  const template =
    application === undefined
      ? undefined
      : Object.values(architectures).find((each) => applicationOf(each) === application);
  const brick = Object.values(bricks).find(({ nested }) => nested !== undefined);
  // One with a top of another kind is unfolded, so that nothing of it is lost.
  const usual = config['classifier_activation'] === undefined || config['classifier_activation'] === 'softmax';
  return template && brick && graph && usual ? { brick, template } : null;
}

/** Whether a model inside the model stays one brick. */
export const isBackbone = (layer: KerasLayer, library: Library): boolean => backboneOf(layer, library) !== null;

/** The brick of a pretrained model, with the weights that it starts from and the layers that are trained. */
export function backboneBrick(layer: KerasLayer, name: string, library: Library): PlacedLayer | null {
  const backbone = backboneOf(layer, library);
  if (!backbone) return null;
  const { brick, template } = backbone;
  const { config, graph } = layer;
  const initial = initialOptions(template);
  const number = (setting: string, otherwise: unknown) =>
    typeof config[setting] === 'number' ? config[setting] : otherwise;
  const source = config['weights'] === undefined ? 'imagenet' : config['weights'];
  const published = source === template.architecture.source;
  const dropped: ImportNote[] =
    published || source === null
      ? []
      : [{ code: 'setting', where: name, data: { setting: 'weights', value: valueText(source) } }];
  const given = {
    architecture: template.id,
    weights: published ? source : 'random',
    includeTop: config['include_top'] !== false,
    pooling: config['include_top'] === false && typeof config['pooling'] === 'string' ? config['pooling'] : 'none',
    classes: number('classes', initial['classes'] ?? 1000),
    alpha: number('alpha', 1),
    ...selectionOf(graph!, config),
  };
  const params = Object.fromEntries(Object.entries(given).filter(([param]) => Object.hasOwn(brick.params, param)));
  // A file's own model that was found to be one of the catalogue's.
  const assumed: ImportNote[] =
    config['recognised'] === true ? [{ code: 'backbone', where: name, data: { model: template.title } }] : [];
  return { brick, params: { ...initialParams(brick), ...params }, assumed, dropped };
}

/** Which layers are trained; of a model that is frozen as a whole the brick is frozen, not its layers. */
function selectionOf(graph: KerasGraph, config: Config): Partial<LayerSelection> {
  const layers = graph.layers.filter(({ calls }) => calls.length > 0);
  const trained = layers.map((layer) => layer.config['trainable'] !== false);
  if (config['trainable'] === false || trained.every(Boolean)) return { trainableLayers: 'all' };
  const first = trained.indexOf(true);
  if (first < 0) return { trainableLayers: 'none' };
  if (trained.slice(first).every(Boolean)) return { trainableLayers: 'from', trainableFrom: layers[first]!.name };
  return { trainableLayers: 'named', trainableNames: layers.filter((_, at) => trained[at]).map(({ name }) => name) };
}
