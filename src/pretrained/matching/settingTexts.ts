/** Names, and how training begins and is held in check: these do not tell what a layer computes. */
const silent =
  /^(name|dtype|trainable|sparse|ragged|seed|batch_.*|.*(initializer|regularizer|constraint)|module|registered_name|build_config)$/;
/** Deeper than what a wrapper holds. */
const deepest = 8;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `[3, 3]` is 3: Keras takes and writes both. */
function valueText(value: unknown): string {
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? 'null';
  const [first, ...rest] = Array.isArray(value) ? value : [];
  if (first === undefined || typeof first === 'object') return text;
  return rest.every((each) => each === first) ? String(first) : text;
}

/** The settings of a layer in a configuration, by their path: `units`, `layer.config.activation`. */
export function settingTexts(config: unknown, above = '', depth = 0): readonly (readonly [string, string])[] {
  if (!isObject(config) || depth > deepest) return [];
  return Object.entries(config).flatMap(([key, value]) => {
    if (silent.test(key) || value === null) return [];
    return isObject(value)
      ? settingTexts(value, `${above}${key}.`, depth + 1)
      : [[above + key, valueText(value)] as const];
  });
}
