/** A parameter's value in one line, as people write it: `3×3`, `relu`, `lstm(units: 8)`. */
export function valueText(value: unknown, separator = '×'): string {
  if (Array.isArray(value)) {
    const nested = value.some((each) => Array.isArray(each));
    return nested
      ? value.map((each) => `(${valueText(each, separator)})`).join(' ')
      : value.map((each) => each ?? '?').join(separator);
  }
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'object') return String(value);
  const { type, name, params, ...rest } = value as Readonly<Record<string, unknown>>;
  const inside = Object.entries({ ...(params as object | undefined), ...rest });
  const called = String(type ?? name ?? '');
  return inside.length === 0
    ? called
    : `${called}(${inside.map(([key, each]) => `${key}: ${valueText(each)}`).join(', ')})`;
}
