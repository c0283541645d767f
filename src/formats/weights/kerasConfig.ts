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
 * Layers of a model's configuration, `{ class_name, config: { layers } }` of Keras or tfjs (Keras 1 and early tfjs have
 * a Sequential's list directly in `config`); null where the value is none.
 */
export function layerConfigs(model: unknown): readonly LayerConfig[] | null {
  if (!isObject(model)) return null;
  const { config } = model;
  const layers = isObject(config) ? config['layers'] : config;
  if (!Array.isArray(layers)) return null;
  return layers.flatMap((layer: unknown) => layerConfig(layer) ?? []);
}

function layerConfig(layer: unknown): LayerConfig | null {
  if (!isObject(layer)) return null;
  const { class_name: className, config, name } = layer;
  const own = isObject(config) ? config : {};
  const named = own['name'] ?? name;
  return {
    className: typeof className === 'string' ? className : '',
    name: typeof named === 'string' ? named : '',
    layers: layerConfigs(layer),
    wrapped: layerConfig(own['layer']),
  };
}

/** JSON as Python writes it: `NaN` and `Infinity` are numbers there, and become null here. Throws `SyntaxError`. */
export function pythonJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(
      text.replace(/("(?:[^"\\]|\\.)*")|-?\bInfinity\b|\bNaN\b/g, (_, string?: string) => string ?? 'null'),
    );
  }
}
