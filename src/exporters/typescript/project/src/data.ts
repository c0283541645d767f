import type { LayersModel } from "@tensorflow/tfjs";
import type { Dataset } from "deepbrick-runtime/data/dataset";
import { digits } from "deepbrick-runtime/reading/digits";
import { readData } from "deepbrick-runtime/reading/readData";
import { settings } from "./settings";

/**
 * The data that the model learns from: those of the editor, or what `path`
 * names. A file (CSV, tab-separated, JSON lines) is read as the editor does: with
 * the columns of the editor's table as that one was taken, else as it is guessed
 * to be meant. Its rows are divided into training, validation and test as that
 * one's were; what prepares them is learned from those for training. A folder is
 * one of photos. Throws where they are not there.
 */
export async function loadDataset(
  path: string | undefined,
  model: LayersModel,
): Promise<Dataset> {
  return path === undefined ? digits() : readData(path, model, settings);
}
