/** A choice with settings of its own, e.g. `heNormal` or `l2` with its factor. */
export interface NamedArgument {
  readonly role: 'initializer' | 'regularizer' | 'constraint';
  readonly name: string;
  readonly settings: Settings;
}

export type Settings = Readonly<Record<string, string | number | boolean>>;
