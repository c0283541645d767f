import type { Config, Json } from './kerasGraph';

export const isConfig = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** A member of an object, never one that it inherits; undefined where there is none. */
export const member = (config: unknown, name: string): Json | undefined =>
  isConfig(config) && Object.hasOwn(config, name) ? config[name] : undefined;

export const textAt = (config: unknown, name: string): string | null => {
  const value = member(config, name);
  return typeof value === 'string' ? value : null;
};

/** The class that an object of a configuration is of: `Dense` of `{ class_name: 'Dense', config }`, or the text itself. */
export const classOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : textAt(value, 'class_name');

/** The settings of an object of a configuration; none where it is but a name. */
export const settingsOf = (value: unknown): Config => {
  const config = member(value, 'config');
  return isConfig(config) ? config : {};
};
