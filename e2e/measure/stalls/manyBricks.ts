/**
 * `npx tsx e2e/measure/stalls/manyBricks.ts [--bricks 5000]`: the longest that the page stands still while a file of so many bricks
 * is opened, a brick selected, changed, taken back, and the canvas moved. In one tower, in many, and in blocks of 100.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { initialParams } from '../../../src/brick/brick';
import { type Document, type Node, emptyDocument } from '../../../src/document/document';
import { arrange } from '../../../src/layout/arrange';
import { library } from '../../../templates/index';
import { App } from '../../journeys/app';
import { withPage, withoutGpu } from '../openPage';

const { values: flags } = parseArgs({ options: { bricks: { type: 'string', default: '5000' } } });
const count = Number(flags.bricks);

/** A chain of Dense bricks, in blocks of so many. */
function chain(inBlock: number | null): Document {
  const nodes: Record<string, Node> = {};
  const blocks: Record<string, Document['blocks'][string]> = {};
  for (let index = 0; index < count; index++) {
    const type = index === 0 ? 'inputVector' : 'dense';
    const params = { ...initialParams(library.bricks[type]!), ...(index > 0 && { units: 4 }) } as Node['params'];
    nodes[`brick${index}`] = {
      type,
      params,
      trainable: true,
      at: [0, 0],
      ...(index > 0 && { stacked: true as const }),
    };
  }
  const names = Object.keys(nodes);
  const step = inBlock ?? count;
  const parts = inBlock === null ? 0 : Math.ceil(count / step);
  for (let part = 0; part < parts; part++)
    blocks[`block${part}`] = { nodes: names.slice(part * step, (part + 1) * step), folded: true, color: 'blue' };
  const edges = names.slice(1).map((to, index) => ({ from: names[index]!, to, port: 0 }));
  return { ...emptyDocument(`${count} bricks`), nodes, edges, blocks };
}

const watch = `globalThis.tasks = []; new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) globalThis.tasks.push(duration);
}).observe({ type: 'longtask' });`;

/** What `act` made the page's main thread do in one go, at most, in ms; and until it is idle again. */
async function longest(page: Page, what: string, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate('globalThis.tasks = []');
  const start = performance.now();
  await act();
  let [tasks, before]: [number[], number] = [[], -1];
  while (tasks.length !== before) {
    before = tasks.length;
    await page.waitForTimeout(700);
    tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  }
  const [most, sum] = [Math.max(0, ...tasks), tasks.reduce((all, one) => all + one, 0)];
  console.log(
    `  ${what}: longest ${most.toFixed(0)} ms, ${sum.toFixed(0)} ms in ${tasks.length} long tasks, ${(performance.now() - start).toFixed(0)} ms in all`,
  );
}

await withPage(async ({ open }) => {
  const models = {
    'in one tower': chain(null),
    'in many towers': arrange(chain(null), library, 'towers'),
    'in folded blocks of 100': chain(100),
  };
  for (const [how, document] of Object.entries(models)) {
    const page = await open();
    await page.evaluate(watch);
    console.log(`${count} bricks ${how}`);
    const app = new App(page);
    await longest(page, 'opening', async () => {
      await app.openFile('many.deepbrick.json', JSON.stringify(document));
      await page.getByText(`${count} bricks`).first().waitFor();
      await page.locator('.react-flow__node').nth(1).waitFor();
    });
    console.log(`  ${await page.locator('.react-flow__node').count()} items drawn`);
    const boxes = await page.locator('.react-flow__node button[data-item]').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x + width / 2, y + height / 2] as const;
      }),
    );
    const [x, y] = boxes.find(([x, y]) => x > 300 && x < 1000 && y > 300 && y < 600)!;
    await longest(page, 'selecting', () => page.mouse.click(x, y));
    await longest(page, 'wheel', async () => {
      await page.mouse.move(700, 450);
      for (let step = 0; step < 5; step++) await page.mouse.wheel(0, 120);
    });
    await longest(page, 'removing', () => page.keyboard.press('Delete'));
    await longest(page, 'taking back', () => page.keyboard.press('Control+z'));
    await longest(page, 'selecting all', () => page.keyboard.press('Control+a'));
    await longest(page, 'copying', () => page.keyboard.press('Control+c'));
    await longest(page, 'pasting', () => page.keyboard.press('Control+v'));
    await page.context().close();
  }
}, withoutGpu);
