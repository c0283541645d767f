import type { CDPSession, Page } from 'playwright';
import { shareFragment } from '../../src/formats/shareLink';
import { arrange } from '../../src/layout/arrange';
import { library } from '../../templates/index';
import type { Measured } from '../measure/openPage';
import { chainOf } from './chain';
import { type Times, timesOf } from './times';

const rounds = 30;

/** Text, because tsx gives names to inner functions by a helper that the page does not have. */
const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

/** Milliseconds for which the page's main thread has worked: script, style, layout and painting. */
async function busy(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

/** Main-thread milliseconds from each act until the page is drawn; `before` and what comes late are not counted. */
async function worked(
  page: Page,
  act: (round: number) => Promise<unknown>,
  before: (round: number) => Promise<unknown> = async () => {},
): Promise<Times> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const measured: number[] = [];
  for (let round = 0; round < rounds + 3; round++) {
    await before(round);
    // Saving begins 60 ms after a change.
    await page.waitForTimeout(150);
    const start = await busy(devtools);
    await act(round);
    await page.evaluate(drawn);
    if (round >= 3) measured.push((await busy(devtools)) - start);
  }
  await devtools.detach();
  return timesOf(measured);
}

const click = (page: Page, name: string) =>
  page.evaluate((item) => document.querySelector<HTMLElement>(`.react-flow__node[data-id="${item}"]`)!.click(), name);

/** Main-thread milliseconds in the built page with so many bricks, all of them in view, from a change until it is drawn. */
export async function pageTimes(open: Measured['open'], count: number): Promise<Readonly<Record<string, Times>>> {
  const page = await open(`/${shareFragment(arrange(chainOf(count), library, 'towers'))}`);
  await page.locator(`.react-flow__node[data-id="brick${count - 1}"]`).waitFor();
  await page.waitForTimeout(1000);
  const nothing = await worked(page, async () => {});
  const selecting = await worked(page, (round) => click(page, `brick${1 + ((round * 37) % (count - 1))}`));
  await click(page, 'brick51');
  const filters = page.getByRole('textbox', { name: 'filters' });
  const field = (await filters.elementHandle())!;
  const editing = await worked(page, (round) =>
    field.evaluate(
      (input: HTMLInputElement, value) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      String(16 + round),
    ),
  );
  const base = (await page.locator('.react-flow__node[data-id="brick0"]').boundingBox())!;
  const place = (round: number) => [base.x + base.width / 2 + (round % 2) * 30, base.y + base.height / 2] as const;
  const moving = await worked(
    page,
    () => page.mouse.up(),
    async (round) => {
      await page.mouse.move(...place(round));
      await page.mouse.down();
      await page.mouse.move(...place(round + 1), { steps: 4 });
    },
  );
  await page.context().close();
  return {
    'nothing, for comparison': nothing,
    'selecting a brick': selecting,
    'editing a parameter': editing,
    'letting go of a tower': moving,
  };
}
