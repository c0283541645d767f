import { deepestGroups } from './fileBounds';

/** What the readers need of a layer in a Keras model's configuration. */
export interface LayerConfig {
  readonly className: string;
  readonly name: string;
  /** Layers of a model; null for a layer that is none. */
  readonly layers: readonly LayerConfig[] | null;
  /** The layer inside a wrapper. */
  readonly wrapped: LayerConfig | null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The list of layers in a model's configuration as it stands there, `{ class_name, config: { layers } }` of Keras or tfjs
 * (Keras 1 and early tfjs have a Sequential's list directly in `config`); null where the value is none.
 */
export function layerList(model: unknown): readonly unknown[] | null {
  if (!isObject(model)) return null;
  const { config } = model;
  const layers = isObject(config) ? config['layers'] : config;
  return Array.isArray(layers) ? layers : null;
}

/** Layers of a model's configuration; null where the value is none, or is nested deeper than any model. */
export function layerConfigs(model: unknown, depth = 0): readonly LayerConfig[] | null {
  if (depth > deepestGroups) return null;
  return layerList(model)?.flatMap((layer) => layerConfig(layer, depth + 1) ?? []) ?? null;
}

function layerConfig(layer: unknown, depth: number): LayerConfig | null {
  if (!isObject(layer) || depth > deepestGroups) return null;
  const { class_name: className, config, name } = layer;
  const own = isObject(config) ? config : {};
  const named = own['name'] ?? name;
  return {
    className: typeof className === 'string' ? className : '',
    name: typeof named === 'string' ? named : '',
    layers: layerConfigs(layer, depth),
    wrapped: layerConfig(own['layer'], depth + 1),
  };
}

/** JSON as Python writes it: `NaN` and `Infinity` are numbers there, and become null here. Throws `SyntaxError`. */
export function pythonJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(
      // A string without its end matches to the end of the text, so that each letter is looked at once.
      text.replace(/("(?:[^"\\]|\\[^])*(?:"|\\?$))|-?\bInfinity\b|\bNaN\b/g, (_, string?: string) => string ?? 'null'),
    );
  }
}
