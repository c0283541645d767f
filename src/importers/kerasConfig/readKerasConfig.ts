import { jsonOf } from '../../document/reading/parse';
import { type Result, done, refused } from '../../document/result';
import { type Library, buildDocument } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { arrange } from '../../layout/arrange';
import { fileText } from '../fileText';
import type { ImportTrouble, Imported } from '../importer';
import { inputLayer } from './inputLayer';
import { type PlacedLayer, placedLayer } from './placedLayer';
import { sequentialOf } from './sequential';

/** The document of a configuration: one tower under the same names. */
export async function readKerasConfig(file: NamedBlob, library: Library): Promise<Result<Imported, ImportTrouble>> {
  const text = await fileText(file);
  if (!text.ok) return text;
  const json = jsonOf(text.value);
  if (!json.ok) return refused({ code: 'document', where: null, data: json.error });
  const model = sequentialOf(json.value);
  if (!model.ok) return model;
  const { title, compiled, legacy } = model.value;
  const bricks = Object.values(library.bricks);
  const input = inputLayer(model.value, bricks);
  if (!input.ok) return input;
  const placed: PlacedLayer[] = [input.value];
  for (const layer of model.value.layers) {
    if (layer.name === input.value.name) continue;
    const read = placedLayer(layer, bricks, legacy);
    if (!read.ok) return read;
    placed.push(read.value);
  }
  const frozen = placed.filter(({ trainable }) => !trainable).map(({ name }) => name);
  const document = buildDocument(
    title,
    (place) => {
      let below: string | readonly string[] = [];
      for (const { brick, params, name } of placed) below = place(brick, params, below, name);
    },
    frozen,
  );
  const training = compiled ? [{ code: 'training', where: null, data: {} } as const] : [];
  return done({
    document: arrange(document, library, 'towers'),
    report: {
      taken: placed.map(({ name }) => name),
      assumed: placed.flatMap(({ assumed }) => assumed),
      dropped: [...placed.flatMap(({ dropped }) => dropped), ...training],
    },
  });
}
