import { adopted } from "deepbrick-runtime/model/adopted";
import { chooseBackend } from "deepbrick-runtime/backend";
import { fineTune } from "deepbrick-runtime/model/fineTune";
import { fit, seeded } from "deepbrick-runtime/fit";
import { running } from "deepbrick-runtime/running";
import { trainingFlags } from "deepbrick-runtime/trainingFlags";
import { trainingReport } from "deepbrick-runtime/trainingReport";
import { saveLearned } from "deepbrick-runtime/files/learnedFile";
import { readState, saveState } from "deepbrick-runtime/files/trainingState";
import {
  loadWeights,
  newestWeights,
  saveWeights,
  trainedWeights,
} from "deepbrick-runtime/files/weightFiles";
import { loadDataset } from "./data";
import { createModel } from "./model";
import { settings as usual } from "./settings";

running(async () => {
  const { settings, ...flags } = trainingFlags(usual);
  const say = flags.json ? console.error : console.log;
  say(`Backend: ${await chooseBackend()}`);
  const create = () =>
    flags.fineTune ? fineTune(createModel(), settings) : createModel();
  const model = adopted(create, settings.editorNames);
  const dataset = await loadDataset(flags.data, model.model);

  seeded(model, settings);
  const weights = flags.fresh ? null : newestWeights();
  if (weights !== null) loadWeights(model, weights);
  say(
    weights === null
      ? "Starting with fresh weights."
      : `Going on from ${weights} (--fresh starts again).`,
  );
  const from = flags.resume ? readState(trainedWeights) : null;
  const last = (from?.epochs.length ?? 0) + settings.epochs;

  const report = trainingReport(flags.json);
  const result = await fit({
    model,
    dataset,
    settings,
    from,
    batches: flags.batches,
    progress: report.progress,
    warn: console.warn,
    async finished(epochs, state) {
      report.epoch(epochs, last);
      await saveWeights(model, trainedWeights);
      saveLearned(trainedWeights, dataset);
      saveState(trainedWeights, await state());
    },
  });
  if (result.restored !== null) {
    await saveWeights(model, trainedWeights);
    say(`The weights are those of epoch ${result.restored}, the best one.`);
  }
  report.end(result);
  say(`Weights saved in ${trainedWeights}`);
});
