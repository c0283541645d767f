import type { CDPSession, Page } from 'playwright';
import { shareFragment } from '../../src/formats/shareLink';
import { arrange } from '../../src/layout/arrange';
import { type Towers, towersOf } from '../../src/layout/towers';
import { library } from '../../templates/index';
import type { Measured } from '../measure/openPage';
import { chainOf } from './chain';
import { type Times, timesOf } from './times';

const rounds = 30;

/** Milliseconds in scripts, and in all. */
interface Worked {
  readonly script: Times;
  readonly all: Times;
}

/** Text, because tsx gives names to inner functions by a helper that the page does not have. */
const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

/**
 * Milliseconds for which the page's main thread has worked so far, of the processor's time and not of the clock's: with scripts,
 * and in all with style, layout and painting.
 */
async function busy(devtools: CDPSession): Promise<readonly [script: number, all: number]> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value * 1000;
  return [of('ScriptDuration'), of('TaskDuration')];
}

/** Main-thread milliseconds from each act until the page is drawn; what is done `before` it, and after, is not counted. */
async function worked(
  page: Page,
  act: (round: number) => Promise<unknown>,
  before: (round: number) => Promise<unknown> = async () => {},
): Promise<Worked> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scripts: number[] = [];
  const tasks: number[] = [];
  for (let round = 0; round < rounds + 3; round++) {
    await before(round);
    // Saving begins 60 ms after a change.
    await page.waitForTimeout(150);
    const [script, all] = await busy(devtools);
    await act(round);
    await page.evaluate(drawn);
    const [scriptAfter, allAfter] = await busy(devtools);
    if (round < 3) continue;
    scripts.push(scriptAfter - script);
    tasks.push(allAfter - all);
  }
  await devtools.detach();
  return { script: timesOf(scripts), all: timesOf(tasks) };
}

const click = (page: Page, name: string) =>
  page.evaluate((item) => document.querySelector<HTMLElement>(`.react-flow__node[data-id="${item}"]`)!.click(), name);

/** The base of a tower that the pointer can take hold of: nothing lies over its middle. */
async function graspable(page: Page, { towers }: Towers): Promise<string> {
  const bases = towers.map(({ id }) => id);
  const found = await page.evaluate(
    (ids) =>
      ids.find((id) => {
        const box = document.querySelector(`.react-flow__node[data-id="${id}"]`)!.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return top?.closest('.react-flow__node')?.getAttribute('data-id') === id;
      }),
    bases,
  );
  if (found === undefined) throw new Error('No tower can be taken hold of.');
  return found;
}

/** Main-thread milliseconds in the built page with so many bricks, all of them in view, from a change until it is drawn. */
export async function pageTimes(open: Measured['open'], count: number): Promise<Readonly<Record<string, Times>>> {
  const document = arrange(chainOf(count), library, 'towers');
  const page = await open(`/${shareFragment(document)}`);
  const node = (name: string) => page.locator(`.react-flow__node[data-id="${name}"]`);
  await node(`brick${count - 1}`).waitFor();
  await page.waitForTimeout(1000);
  const nothing = await worked(page, async () => {});
  const selecting = await worked(page, (round) => click(page, `brick${1 + ((round * 37) % (count - 1))}`));
  await click(page, 'brick51');
  const field = (await page.getByRole('textbox', { name: 'filters' }).elementHandle())!;
  const editing = await worked(page, (round) =>
    field.evaluate(
      (input: HTMLInputElement, value) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      String(16 + round),
    ),
  );
  const base = await graspable(page, towersOf(document, library));
  const placeOf = () => node(base).evaluate(({ style }) => style.transform);
  const { x, y, width, height } = (await node(base).boundingBox())!;
  // Not so far that it comes over its neighbours.
  const at = (round: number) => [x + width / 2 + (round % 2) * 10, y + height / 2] as const;
  let place = '';
  const moving = await worked(
    page,
    () => page.mouse.up(),
    async (round) => {
      if ((await placeOf()) === place) throw new Error('The tower was not moved.');
      place = await placeOf();
      await page.mouse.move(...at(round));
      await page.mouse.down();
      await page.mouse.move(...at(round + 1), { steps: 4 });
    },
  );
  await page.context().close();
  const named = { 'nothing, for comparison': nothing, 'selecting a brick': selecting, 'editing a parameter': editing };
  return Object.fromEntries(
    Object.entries({ ...named, 'letting go of a tower': moving }).flatMap(([what, { script, all }]) => [
      [`${what}, script`, script],
      [`${what}, with painting`, all],
    ]),
  );
}
