/**
 * `npx tsx e2e/measure/catsAndDogs.ts --photos FOLDER --weights FILE [--backend wasm] [--epochs 10] [--unkept 10] [--tune 5]
 * [--from conv_pw_11] [--divisor 10] [--ask 50] [--shots FOLDER]`: the exercise of the cats and dogs through the page, with MobileNet 0.25: photos in,
 * weights in, the head trained with and without kept features (`--unkept` epochs; 0 leaves that out), fine-tuned from a
 * layer on for `--tune` epochs, then saved and opened again in three formats; in between the model answers `--ask` validation
 * photos of each kind. Prints what each step came to.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileText } from '../../src/formats/file';
import { templateDocument } from '../../src/layout/templateDocument';
import { library, templates } from '../../templates/index';
import { webgpuFlags } from '../browser';
import { withPage, withoutGpu } from './openPage';
import { answers, choose, command, difference, latestRun, openDocument, runToItsEnd, saved } from './pageActions';

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    weights: { type: 'string' },
    backend: { type: 'string', default: 'auto' },
    epochs: { type: 'string', default: '10' },
    unkept: { type: 'string', default: '10' },
    tune: { type: 'string', default: '5' },
    from: { type: 'string', default: 'conv_pw_11' },
    divisor: { type: 'string', default: '10' },
    ask: { type: 'string', default: '50' },
    shots: { type: 'string' },
  },
});
const { photos, weights, backend, epochs, unkept, tune, from, divisor, ask, shots } = values;
if (photos === undefined || weights === undefined) throw new Error('--photos and --weights are needed.');
if (shots !== undefined) mkdirSync(shots, { recursive: true });

const template = templates.find(({ id }) => id === 'transfer');
if (template === undefined) throw new Error('There is no template "transfer".');
const model = templateDocument(template, { alpha: '0.25', classes: 1 }, library);
const kinds = ['cats', 'dogs'];
const validation = kinds.flatMap((kind) => {
  const folder = join(photos, 'validation', kind);
  return readdirSync(folder)
    .slice(0, Number(ask))
    .map((name) => join(folder, name));
});
const text = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(4);
const since = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

await withPage(
  async ({ open }) => {
    const page = await open('/');
    page.on('pageerror', ({ message }) => console.error(message));
    const training = page.getByRole('region', { name: 'Training', exact: true });
    const shoot = async (name: string) => {
      if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
    };
    const report = async (what: string, seconds: number) => {
      const { epochs: done, backend: on, evaluation, id } = await latestRun(page);
      console.log(`${what}: ${seconds.toFixed(1)} s on ${on}, run ${id.slice(0, 4)}, ${done.length} epochs`);
      for (const { epoch, loss, accuracy, validationLoss, validationAccuracy } of done)
        console.log(`  ${epoch}: ${[loss, accuracy, validationLoss, validationAccuracy].map(text).join(' ')}`);
      console.log(`  evaluation: loss ${text(evaluation?.loss)}, accuracy ${text(evaluation?.accuracy)}`);
      await shoot(what.replaceAll(/\W+/g, '-'));
    };
    const train = () => page.getByRole('button', { name: 'Train', exact: true }).click();
    const fill = async (count: string) => {
      await training.getByLabel('epochs', { exact: true }).fill(count);
      await training.getByLabel('epochs', { exact: true }).press('Enter');
    };
    const totals = async () => {
      await page.getByRole('region', { name: 'Canvas' }).click({ position: { x: 8, y: 8 } });
      const rows = page.getByRole('region', { name: 'Inspector' }).locator('dl > div', { hasText: 'trainable' });
      return (await rows.allInnerTexts()).map((row) => row.replaceAll('\n', ' ')).join(', ');
    };
    const asked = async () => {
      // A project without the photos knows no names for the classes: they are told by their numbers.
      const named = [...(await answers(page, validation))].map(([photo, shares]) => {
        const byKind = [...shares].map(
          ([name, share]) => [kinds[Number(name.replace('class ', ''))] ?? name, share] as const,
        );
        return [photo, new Map(byKind)] as const;
      });
      const given = new Map(named);
      const right = validation.filter((path) => (given.get(basename(path))!.get(basename(dirname(path))) ?? 0) > 0.5);
      return { given, accuracy: right.length / validation.length };
    };

    await openDocument(page, fileText(model));
    await command(page, 'Photos…');
    const begun = performance.now();
    await choose(page, () => page.getByRole('button', { name: 'Choose folder…' }).click(), photos);
    await page.getByRole('button', { name: 'Train on these photos' }).waitFor({ timeout: 0 });
    console.log(`photos read in ${since(begun)}`);
    await page.getByRole('button', { name: 'Train on these photos' }).click();
    await training.waitFor();

    await fill(epochs);
    if (backend !== 'auto') await training.getByLabel('backend', { exact: true }).selectOption(backend);
    await train();
    await training.getByRole('alert').waitFor({ timeout: 0 });
    await shoot('missing-weights');
    const weightsGiven = () => choose(page, () => training.getByRole('button', { name: /^Choose/ }).click(), weights);
    await report('head, features kept', await runToItsEnd(page, weightsGiven));
    await report('head again, features reused', await runToItsEnd(page, train));
    if (unkept !== '0') {
      await fill(unkept);
      await training.getByLabel('frozen part', { exact: true }).selectOption('off');
      await report('head, nothing kept', await runToItsEnd(page, train));
      await training.getByLabel('frozen part', { exact: true }).selectOption('auto');
      await fill(epochs);
      await report('head once more, features kept', await runToItsEnd(page, train));
    }

    console.log(`before fine-tuning: ${await totals()}`);
    const before = await asked();
    await command(page, 'Fine-tune…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('train from').selectOption(from);
    for (const [field, value] of [
      ['epochs', tune],
      ['learning rate divided by', divisor],
    ] as const) {
      await dialog.getByLabel(field, { exact: true }).fill(value);
      await dialog.getByLabel(field, { exact: true }).press('Tab');
    }
    console.log(`the dialog says: ${(await dialog.locator('dl').innerText()).replaceAll('\n', ' ')}`);
    await shoot('fine-tune');
    await dialog.getByRole('button', { name: 'Fine-tune', exact: true }).click();
    console.log(`after fine-tuning was chosen: ${await totals()}`);
    const start = await asked();
    const moved = difference(before.given, start.given);
    console.log(`answers: accuracy ${before.accuracy}, then ${start.accuracy}; largest difference ${moved}`);
    await command(page, 'Training');
    const goOn = page.getByRole('button', { name: /^Continue from epoch/ });
    await report('fine-tuned', await runToItsEnd(page, () => goOn.click()));

    const tuned = await asked();
    console.log(`answers: accuracy ${tuned.accuracy}`);
    const folder = mkdtempSync(join(tmpdir(), 'saved-'));
    for (const [format, file] of [
      ['Keras (.keras)', 'model.keras'],
      ['Keras, legacy (.h5)', 'model.h5'],
      ['TensorFlow.js (model.json)', 'model.tfjs.zip'],
    ] as const) {
      const path = join(folder, file);
      await command(page, 'Save trained model…');
      await dialog.getByRole('radio', { name: format }).check();
      const saving = performance.now();
      await saved(page, () => dialog.getByRole('button', { name: 'Save', exact: true }).click(), path);
      const took = since(saving);
      await command(page, 'New project');
      await command(page, 'Open trained model…');
      const opening = performance.now();
      await choose(page, () => dialog.getByRole('button', { name: 'Choose files…' }).click(), path);
      await dialog.getByText('with its trained weights').waitFor({ timeout: 0 });
      const opened = since(opening);
      const loaded = await dialog.getByText(/weights loaded$/).innerText();
      await page.keyboard.press('Escape');
      const again = await asked();
      const apart = difference(tuned.given, again.given);
      console.log(`${format}: saved in ${took}, opened in ${opened}, ${loaded}; ${await totals()}`);
      console.log(`  accuracy ${again.accuracy}, largest difference of ${validation.length} answers ${apart}`);
    }
    rmSync(folder, { recursive: true });
  },
  backend === 'webgpu' ? webgpuFlags : withoutGpu,
);
