import { expect, test } from 'vitest';
import { imports, roomOf, sources } from './testHouse';

/**
 * Who may import whom inside a room, folder by folder; all may import the files that lie in the room itself, which import
 * no folder. Each folder comes after those it may import: there is no way round in a circle.
 */
const inside: Readonly<Record<string, Readonly<Record<string, readonly string[] | 'every'>>>> = {
  'src/editor': {
    projects: [],
    own: [],
    run: ['projects', 'own'],
    building: ['run'],
    code: ['building'],
    voice: ['run'],
    opening: ['projects', 'own', 'run'],
    commands: ['projects', 'own', 'building', 'run', 'opening'],
  },
  'src/ui': {
    kit: [],
    brick: [],
    camera: [],
    pretrained: ['kit'],
    fields: ['kit', 'pretrained'],
    samples: ['fields'],
    problems: ['kit', 'samples', 'pretrained'],
    palette: ['kit', 'brick'],
    canvas: ['kit', 'brick', 'palette', 'problems'],
    help: ['kit', 'palette'],
    inspector: ['kit', 'brick', 'fields', 'help', 'problems'],
    picture: ['kit', 'brick', 'fields'],
    gallery: ['kit', 'brick', 'fields', 'problems', 'samples'],
    code: ['kit', 'pretrained'],
    projects: ['kit', 'brick'],
    summary: ['kit'],
    saving: ['kit', 'samples'],
    live: ['samples'],
    photos: ['kit', 'camera', 'fields'],
    comparison: ['kit', 'fields', 'samples'],
    tables: ['kit', 'fields'],
    training: ['kit', 'fields', 'samples', 'problems'],
    prediction: ['kit', 'camera', 'fields', 'samples', 'problems'],
    // The frame, where every panel and dialog has its place.
    shell: 'every',
  },
};

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
