import { parse } from '../../document/reading/parse';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import { documentEntry } from '../../formats/saved/documentPlaces';
import { layerConfigs, pythonJson } from '../../formats/weights/kerasConfig';
import { layersByConfig } from '../../formats/weights/layersByName';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { fileText } from '../fileText';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { configJson } from '../kerasDialects/configJson';
import { compiledAs } from '../kerasDialects/compiledAs';
import { modelGraph } from '../kerasDialects/modelGraph';
import { graphDocument } from '../kerasGraph/graphDocument';
import { knownBackbones } from '../knownBackbones';
import { isConfig, isList, member, textAt } from '../kerasGraph/json';
import type { Json } from '../kerasGraph/kerasGraph';
import { manifestOutline, manifestTensors } from '../weightsAlone/manifestOutline';
import { readWeights } from '../weightsAlone/readWeights';
import { readGraph } from '../tfjsGraph/readGraph';

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** A layers model of TensorFlow.js: `model.json`, with its shards beside it or without. */
export async function readTfjs(
  file: NamedBlob,
  library: Library,
  { beside = [], shapes = {} }: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  const text = await fileText(file);
  if (!text.ok) return text;
  const json = configJson(text.value);
  if (!json.ok) return refused({ code: 'document', where: null, data: json.error });
  const model = json.value as Json;
  const topology = textJson(member(model, 'modelTopology') ?? null);
  if (member(model, 'format') === 'graph-model' || isList(member(topology, 'node'))) {
    return readGraph(file, model, library, { beside, shapes });
  }
  const read = isConfig(topology)
    ? documentOf(model, topology, library, shapes)
    : readWeights(manifestOutline(model), file.name, library, { shapes });
  return read.ok ? done(withWeights(read.value, file, beside, model)) : read;
}

/** Early ones have the topology as text. */
function textJson(value: Json): Json {
  if (typeof value !== 'string') return value;
  try {
    return pythonJson(value) as Json;
  } catch {
    // What is no JSON has no layers, which is said.
    return null;
  }
}

function documentOf(
  model: Json,
  topology: Json,
  library: Library,
  shapes: NonNullable<ImportHelp['shapes']>,
): Result<Imported, ImportTrouble> {
  const text = textAt(member(model, 'userDefinedMetadata'), documentEntry);
  const own = text === null ? null : parse(text);
  if (own?.ok)
    return done({ document: own.value, report: { taken: Object.keys(own.value.nodes), assumed: [], dropped: [] } });
  const config = textJson(member(topology, 'model_config') ?? topology);
  const version = textAt(topology, 'keras_version') ?? textAt(config, 'keras_version');
  const training = compiledAs(member(topology, 'training_config') ?? member(model, 'trainingConfig'));
  const graph = modelGraph(config, { version, training });
  const stored = layersByConfig(manifestTensors(model), layerConfigs(config) ?? []);
  return graph.ok ? graphDocument(knownBackbones(graph.value, library), library, { shapes, stored }) : graph;
}

/** The model with its shards, or with what is said of those that are missing. */
function withWeights(imported: Imported, file: NamedBlob, beside: readonly NamedBlob[], model: Json): Imported {
  const manifest = member(model, 'weightsManifest');
  const paths = (isList(manifest) ? manifest : []).flatMap((group) => {
    const given = member(group, 'paths');
    return isList(given) ? given.filter((path) => typeof path === 'string') : [];
  });
  const names = new Set(beside.map(({ name }) => lastPart(name)));
  const missing = paths.filter((path) => !names.has(lastPart(path)));
  const { report } = imported;
  const noted = (note: Imported['report']['dropped'][number]): Imported => ({
    ...imported,
    report: { ...report, dropped: [...report.dropped, note] },
  });
  if (paths.length === 0) return noted({ code: 'noWeights', where: null, data: {} });
  if (missing.length > 0) return noted({ code: 'missingShards', where: null, data: { files: missing } });
  const wanted = new Set(paths.map(lastPart));
  return { ...imported, weights: [file, ...beside.filter(({ name }) => wanted.has(lastPart(name)))] };
}
