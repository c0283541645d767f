import { startBackend } from "deepbrick-runtime/browser/backend";
import { trainedModel } from "deepbrick-runtime/browser/trainedModel";
import { learnedFor } from "deepbrick-runtime/data/learned";
import { answersOf } from "deepbrick-runtime/predictions";
import { createModel } from "../src/model";
import { settings } from "../src/settings";
import { answerElements } from "./answers";
import { createField } from "./fields";
import { words } from "./words";

/** The trained weights, and where Vite serves them. */
const weights = import.meta.glob<string>(
  ["../weights/**/{model,data}.json", "../weights/**/{model,group*}.bin"],
  { query: "?url", import: "default", eager: true },
);

const place = (id: string) => document.getElementById(id)!;

function say(text: string): void {
  place("status").textContent = text;
}

async function start(): Promise<void> {
  document.documentElement.lang = words.language;
  document.title = words.title;
  place("title").textContent = words.title;
  say(words.loading);
  const backend = await startBackend();
  const trained = await trainedModel(createModel, settings, weights);
  if (trained === null) return say(words.untrained);

  const { model, learned } = trained;
  /** What is asked last is answered; what came in between is not. */
  let [asked, busy] = [false, false];
  const answer = async (): Promise<void> => {
    asked = true;
    if (busy) return;
    busy = true;
    place("answers").ariaBusy = "true";
    while (asked) {
      asked = false;
      try {
        const samples = fields.flatMap((field) => field.sample() ?? []);
        if (samples.length < fields.length) place("answers").replaceChildren();
        else {
          const outputs = await answersOf(model, samples, 0, settings);
          const answers = learned?.answers ?? null;
          place("answers").replaceChildren(
            ...answerElements(outputs, model.outputNames, answers),
          );
        }
        say(words.runsOn(backend));
      } catch (error) {
        place("answers").replaceChildren();
        say(error instanceof Error ? error.message : String(error));
      }
    }
    busy = false;
    place("answers").ariaBusy = "false";
  };
  const fields = model.inputs.map((input) => {
    const several = model.inputs.length > 1;
    const known = learnedFor(input, learned);
    return createField(input, known, several ? input.name : null, answer);
  });
  place("fields").append(...fields.map(({ element }) => element));
  await answer();
}

start().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
});
