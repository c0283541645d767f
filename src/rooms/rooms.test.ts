import { describe, expect, test } from 'vitest';
import { imports, importsOf, isKnown, isText, roomOf, sources } from './testHouse';

/** Who may import whom; `types` only for their types, `files` just these: tables of plain data. */
const table: Readonly<
  Record<
    string,
    { readonly may: readonly string[]; readonly types?: readonly string[]; readonly files?: readonly string[] }
  >
> = {
  'src/brick': { may: [] },
  bricks: { may: ['src/brick'] },
  'src/document': { may: ['src/brick'] },
  templates: { may: ['bricks', 'src/brick', 'src/document'] },
  'src/compile': { may: ['src/brick', 'src/document'] },
  'src/layout': { may: ['src/brick', 'src/document'] },
  'src/exporters': { may: ['src/brick', 'src/document', 'src/compile', 'src/layout', 'src/formats'] },
  'src/formats': { may: ['src/brick', 'src/document', 'src/compile', 'src/layout'], types: ['src/engine'] },
  'src/pretrained': { may: ['src/brick', 'src/document', 'src/compile', 'src/formats'] },
  'src/data': { may: ['src/brick', 'src/document', 'src/compile'], types: ['src/engine'] },
  'src/engine': {
    may: ['src/brick', 'src/compile', 'src/pretrained', 'src/data', 'src/formats'],
    types: ['src/document'],
    files: ['src/document/training.ts', 'src/document/augmentation.ts'],
  },
  'src/i18n': {
    may: ['src/brick', 'src/document', 'src/compile'],
    types: ['src/editor', 'src/engine', 'src/data', 'src/formats', 'src/pretrained'],
  },
  'src/editor': {
    may: [
      'src/brick',
      'src/document',
      'src/compile',
      'src/formats',
      'src/exporters',
      'src/layout',
      'src/engine',
      'src/data',
      'src/pretrained',
    ],
  },
  'src/ui': {
    may: [
      'src/editor',
      'src/brick',
      'src/document',
      'src/compile',
      'src/formats',
      'src/exporters',
      'src/layout',
      'src/data',
      'src/pretrained',
      'src/i18n',
    ],
    types: ['src/engine'],
  },
  'src/cli': {
    may: [
      'bricks',
      'templates',
      'src/brick',
      'src/document',
      'src/compile',
      'src/formats',
      'src/exporters',
      'src/pretrained',
      'src/data',
      'src/i18n',
      'src/layout',
      'src/engine',
    ],
  },
};

/**
 * Who may import whom inside a room, folder by folder; all may import the files that lie in the room itself, which import
 * no folder. Each folder comes after those it may import: there is no way round in a circle.
 */
const inside: Readonly<Record<string, Readonly<Record<string, readonly string[] | 'every'>>>> = {
  'src/editor': {
    projects: [],
    own: [],
    building: [],
    run: ['projects'],
    commands: ['projects', 'run'],
  },
  'src/ui': {
    kit: [],
    brick: [],
    problems: ['kit'],
    pretrained: ['kit'],
    fields: ['kit', 'pretrained'],
    samples: ['fields'],
    palette: ['kit', 'brick'],
    canvas: ['kit', 'brick', 'palette', 'problems'],
    help: ['kit', 'palette'],
    inspector: ['kit', 'brick', 'fields', 'help', 'problems'],
    picture: ['kit', 'brick', 'fields'],
    gallery: ['kit', 'brick', 'fields', 'problems', 'samples'],
    code: ['kit'],
    projects: ['kit'],
    summary: ['kit'],
    saving: ['kit', 'samples'],
    photos: ['kit', 'fields'],
    comparison: ['kit', 'fields', 'samples'],
    training: ['kit', 'fields', 'samples', 'pretrained'],
    prediction: ['kit', 'fields', 'samples', 'pretrained'],
    // The frame, where every panel and dialog has its place.
    shell: 'every',
  },
};

/** Packages that only some rooms may use; all others are free. */
const packages: readonly (readonly [pattern: RegExp, rooms: readonly string[]])[] = [
  [/^(react|react-dom|react-error-boundary|reactflow|radix-ui|cmdk|uplot)($|\/)/, ['src/ui', 'main']],
  [/^@tensorflow\//, ['src/engine']],
  [/^sharp$/, ['src/cli']],
  [/^h5wasm($|\/)/, ['src/formats']],
  [/^node:/, ['src/cli', 'src/formats', 'src/data', 'src/pretrained']],
  [/^zustand($|\/)/, ['src/editor', 'src/ui']],
];

describe('rooms', () => {
  test('every room is in the table', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => room !== 'main' && !(room in table))).toEqual([]);
    expect(imports.length).toBeGreaterThan(300);
  });

  test('every import of a file leads to one', () => {
    const lost = imports.filter(({ file }) => file !== null && /\.tsx?$|\/[^.]+$/.test(file) && !isKnown(file));
    expect(lost.map(({ from, source }) => `${from} → ${source}`)).toEqual([]);
  });

  test.each(Object.keys(table))('%s imports only what the table allows', (room) => {
    const { may, types = [], files: allowed = [] } = table[room]!;
    const wrong = imports.filter(({ from, file, typeOnly }) => {
      if (roomOf(from) !== room || file === null || allowed.includes(file)) return false;
      const target = roomOf(file);
      return target !== room && !may.includes(target) && !(typeOnly && types.includes(target));
    });
    expect(wrong.map(({ from, file }) => `${from} → ${file}`)).toEqual([]);
  });

  test.each(Object.keys(inside))('folders of %s import only those before them', (room) => {
    const folders = inside[room]!;
    const names = Object.keys(folders);
    // The first folder is null for a file that lies in the room itself.
    const folderOf = (name: string) => /^([^/]+)\//.exec(name.slice(room.length + 1))?.[1] ?? null;
    const may = (own: string | null) => (own === null ? [] : folders[own] === 'every' ? names : (folders[own] ?? []));
    expect(names.filter((name, place) => may(name).some((other) => names.indexOf(other) > place))).toEqual([]);
    const wrong = imports.filter(({ from, file }) => {
      if (roomOf(from) !== room || file === null || roomOf(file) !== room) return false;
      const [own, other] = [folderOf(from), folderOf(file)];
      return other !== null && other !== own && !may(own).includes(other);
    });
    expect(wrong.map(({ from, file }) => `${from} → ${file}`)).toEqual([]);
    const met = new Set(sources.filter((name) => roomOf(name) === room).map(folderOf));
    expect([...met].filter((folder) => folder !== null && !names.includes(folder))).toEqual([]);
  });

  test('packages stay in their rooms', () => {
    const wrong = imports.filter(({ from, source, file, typeOnly }) => {
      const rule = file === null && !typeOnly ? packages.find(([pattern]) => pattern.test(source)) : undefined;
      return rule !== undefined && !rule[1].includes(roomOf(from));
    });
    expect(wrong.map(({ from, source }) => `${from} → ${source}`)).toEqual([]);
  });

  test('bricks know nothing of each other', () => {
    const siblings = imports.filter(
      ({ from, file }) => roomOf(from) === 'bricks' && from !== 'bricks/index.ts' && file?.startsWith('bricks/'),
    );
    expect(siblings.map(({ from, file }) => `${from} → ${file}`)).toEqual([]);
  });

  test('the page never reaches tfjs: only the worker does', () => {
    const reached = new Set(['src/main.tsx']);
    const guilty: string[] = [];
    for (const name of reached) {
      for (const { source, file, typeOnly } of isKnown(name) && !isText(name) ? importsOf(name) : []) {
        if (typeOnly || source.includes('?')) continue;
        if (source.startsWith('@tensorflow/') || file === 'src/engine/worker.ts') guilty.push(`${name} → ${source}`);
        if (file !== null) reached.add(file);
      }
    }
    expect(guilty).toEqual([]);
    expect(reached.size).toBeGreaterThan(1);
  });
});
