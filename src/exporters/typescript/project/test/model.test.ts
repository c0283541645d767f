import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { before, test } from "node:test";
import * as tf from "@tensorflow/tfjs";
import { type Adopted, adopted } from "deepbrick-runtime/model/adopted";
import { chooseBackend } from "deepbrick-runtime/backend";
import { seeded } from "deepbrick-runtime/fit";
import {
  exportedWeights,
  hasWeights,
  loadWeights,
} from "deepbrick-runtime/files/weightFiles";
import { createModel } from "../src/model";
import { settings } from "../src/settings";

/** What the editor showed. */
interface Expected {
  /** Layer, output shape with the batch first, number of parameters. */
  readonly layers: readonly (readonly [
    string,
    readonly (number | null)[],
    number,
  ])[];
  readonly parameters: number;
}

/** One input as the model takes it, and what the editor computed for it. */
interface Sample {
  readonly input: { readonly shape: number[]; readonly values: number[] };
  readonly output: readonly number[];
}

const here = (name: string) => resolve(import.meta.dirname, name);
const read = (name: string): unknown =>
  JSON.parse(readFileSync(here(name), "utf8"));

let built: Adopted;

before(async () => {
  console.log(`Backend: ${await chooseBackend()}`);
  built = adopted(createModel, settings.editorNames);
  seeded(built, settings);
  if (hasWeights(exportedWeights)) loadWeights(built, exportedWeights);
});

test("every layer has the shape and the parameters of the editor", () => {
  const { model } = built;
  const { layers, parameters } = read("model.json") as Expected;
  const found = layers.map(([name]) => [
    name,
    model.getLayer(name).outputShape,
    model.getLayer(name).countParams(),
  ]);
  assert.deepEqual(found, layers);
  assert.equal(model.layers.length, layers.length);
  assert.equal(model.countParams(), parameters);
});

if (existsSync(here("sample.json"))) {
  test("the stored sample gives the stored output", async () => {
    const stored = read("sample.json") as Sample;
    const x = tf.tensor(
      stored.input.values,
      [1, ...stored.input.shape],
      "float32",
    );
    const y = built.model.predict(x) as tf.Tensor;
    const output = [...(await y.data())];
    tf.dispose([x, y]);
    assert.equal(output.length, stored.output.length);
    const largest = Math.max(
      ...output.map((value, index) => Math.abs(value - stored.output[index]!)),
    );
    console.log(
      `Largest difference from the editor: ${largest.toExponential(1)}`,
    );
    assert.ok(largest <= 1e-5, `the output differs by ${largest}`);
  });
}
