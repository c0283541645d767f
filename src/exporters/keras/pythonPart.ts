/** Something that a file of the project defines: alone, or with other parts in one script or notebook. */
export interface PythonPart {
  /** What it imports; `layers` is that of Keras. */
  readonly modules: readonly string[];
  /** Constants, by name. */
  readonly constants: Readonly<Record<string, string>>;
  /** Functions and classes. */
  readonly definitions: readonly string[];
}

interface PythonFile {
  /** What the file is, in the words of its docstring. */
  readonly about: string;
  readonly parts: readonly PythonPart[];
  /** Imports from other files of the project. */
  readonly own?: readonly string[];
  /** What is done when the file is run. */
  readonly run?: string;
}

const others: Readonly<Record<string, string>> = {
  keras: 'import keras',
  numpy: 'import numpy',
  layers: 'from keras import layers',
};

/** Blocks of imports, an empty line between them: Python's own, packages, files of the project. */
export function importLines(parts: readonly PythonPart[], own: readonly string[] = []): string {
  const modules = new Set(parts.flatMap((part) => part.modules));
  const standard = [...modules].filter((name) => !(name in others)).toSorted();
  const packages = Object.entries(others).filter(([name]) => modules.has(name));
  return [standard.map((name) => `import ${name}`), packages.map(([, line]) => line), own]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** The constants of these parts, each once. */
export const constantLines = (parts: readonly PythonPart[]): string =>
  Object.entries(Object.assign({}, ...parts.map((part) => part.constants)) as PythonPart['constants'])
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n');

export const definitionLines = (parts: readonly PythonPart[]): string =>
  parts.flatMap((part) => part.definitions).join('\n\n\n');

/** A file of parts, as black lays it out. */
export function pythonFile({ about, parts, own, run }: PythonFile): string {
  const constants = constantLines(parts);
  const definitions = definitionLines(parts);
  const head = [`"""${about}"""`, importLines(parts, own), ...(constants === '' ? [] : [constants])].join('\n\n');
  return [
    // A remark behind imports stands nearer than a definition does.
    ...(definitions.startsWith('#') && constants === '' ? [`${head}\n\n${definitions}`] : [head, definitions]),
    ...(run === undefined ? [] : [`if __name__ == "__main__":\n    ${run}`]),
  ]
    .join('\n\n\n')
    .concat('\n');
}
