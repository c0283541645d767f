import type { LayersModel } from "@tensorflow/tfjs";
import type { Dataset } from "deepbrick-runtime/data/dataset";
import { digits } from "deepbrick-runtime/reading/digits";
import { readData } from "deepbrick-runtime/reading/readData";
import { settings } from "./settings";

/**
 * The data that the model learns from: those of the editor, or what `path`
 * names. A file, CSV or tab-separated in UTF-8, is read as the editor does: a
 * table of numbers with the answer in its last column (a column sample_weight
 * says how much a row counts), or a text and its label in each row. Its rows are
 * mixed, the last 15 % are for validation. A folder is one of photos. Throws
 * where they are not there.
 */
export async function loadDataset(
  path: string | undefined,
  model: LayersModel,
): Promise<Dataset> {
  return path === undefined ? digits() : readData(path, model, settings);
}
