/** `npx tsx e2e/measure/stalls/frames.ts`: frames per second while training and while dragging in a graph of 300 bricks. */
import type { Page } from 'playwright';
import conv2d from '../../../bricks/convolution/conv2d';
import inputImage from '../../../bricks/data/inputImage';
import type { Document } from '../../../src/document/document';
import { shareFragment } from '../../../src/formats/shareLink';
import { arrange } from '../../../src/layout/arrange';
import { library } from '../../../templates/index';
import { compile } from '../../../src/compile/compile';
import { templateDocument } from '../../../src/layout/templateDocument';
import inceptionV3 from '../../../templates/architectures/inceptionV3';
import { documentOf } from '../../journeys/documents';
import { type Measured, withPage, withoutGpu } from '../openPage';
import { trainDigits } from '../trainDigits';

interface Frames {
  readonly perSecond: number;
  readonly longest: number;
}

/** Text, because tsx gives names to inner functions by a helper that the page does not have. */
const markFrames = "requestAnimationFrame(function tick() { performance.mark('frame'); requestAnimationFrame(tick); })";

/** Marks every animation frame; the answer gives frames per second and the longest gap, in ms, since then. */
async function countFrames(page: Page): Promise<() => Promise<Frames>> {
  await page.evaluate(markFrames);
  return () =>
    page.evaluate(() => {
      const times = performance.getEntriesByName('frame').map(({ startTime }) => startTime);
      const gaps = times.slice(1).map((time, index) => time - times[index]!);
      return { perSecond: (gaps.length / (times.at(-1)! - times[0]!)) * 1000, longest: Math.max(...gaps) };
    });
}

const say = (what: string, { perSecond, longest }: Frames) =>
  console.log(`${what}: ${perSecond.toFixed(1)} frames per second, longest gap ${longest.toFixed(0)} ms`);

const large = documentOf('300 bricks', (place) => {
  let x = place(inputImage, { shape: [64, 64, 3] });
  for (let block = 0; block < 23; block++)
    place.block(`stage${block}`, () => {
      for (let conv = 0; conv < 13; conv++) x = place(conv2d, { filters: 8, padding: 'same' }, x);
    });
});

/** Milliseconds of the first and of the middle one of nine calls. */
function timed(what: string, work: () => unknown): void {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const middle = times.toSorted((one, other) => one - other)[4]!;
  console.log(`${what}: ${times[0]!.toFixed(1)} ms at first, ${middle.toFixed(1)} ms again`);
}

/** Drags a brick in two circles over the canvas. */
async function drag(open: Measured['open'], document: Document, name: string, what: string): Promise<void> {
  const canvas = await open(`/${shareFragment(document)}`);
  const brick = canvas.getByRole('button', { name: new RegExp(`^${name}, `) });
  await brick.waitFor();
  const box = (await brick.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await canvas.mouse.move(x, y);
  await canvas.mouse.down();
  const dragging = await countFrames(canvas);
  for (let step = 1; step <= 240; step++) {
    const angle = (step / 240) * 4 * Math.PI;
    await canvas.mouse.move(x + 160 * Math.sin(angle), y + 120 * (1 - Math.cos(angle)));
  }
  say(`Dragging in ${Object.keys(document.nodes).length} bricks, ${what}`, await dragging());
  await canvas.mouse.up();
  await canvas.context().close();
}

await withPage(async ({ open }) => {
  const page = await open();
  await trainDigits(page, {
    epochs: 3,
    during: async () => {
      const training = await countFrames(page);
      await page.getByText('epoch 3/3').first().waitFor({ timeout: 0 });
      say('Training on the automatic backend', await training());
    },
  });
  await page.context().close();

  await drag(open, large, 'conv2d_142', 'one long chain');
  const folded = templateDocument(inceptionV3, {}, library);
  const blocks = Object.entries(folded.blocks).map(([name, block]) => [name, { ...block, folded: false }]);
  const unfolded = { ...folded, blocks: Object.fromEntries(blocks) as typeof folded.blocks };
  timed('Compiling InceptionV3', () => compile(structuredClone(folded), library));
  timed('Laying it out folded', () => arrange(structuredClone(folded), library, 'towers'));
  timed('Laying it out unfolded', () => arrange(structuredClone(unfolded), library, 'towers'));
  const start = performance.now();
  const opened = await open('/?template=inception-v3');
  await opened.getByRole('button', { name: /^stem/ }).first().waitFor();
  console.log(`Opening InceptionV3 with the page: ${(performance.now() - start).toFixed(0)} ms`);
  await opened.context().close();
  await drag(open, folded, 'predictions', 'InceptionV3 folded');
  await drag(open, arrange(unfolded, library, 'towers'), 'conv2d_40', 'InceptionV3 unfolded');
}, withoutGpu);
