import { createRef } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { branched } from '../../../e2e/documents/branched';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import type { Document } from '../../document/document';
import { group, rename } from '../../document/edits';
import { arrange } from '../../layout/arrange';
import '../theme.css';
import { BoxesDrawing } from './BoxesDrawing';
import { ModelDrawing } from './ModelDrawing';
import { boxesOf } from './boxesOf';
import { modelPicture } from './modelPicture';
import { drawable, pngOf } from './png';
import { standaloneSvg } from './standalone';

const hostile = `"><script>window.hurt = true</script><img src=x onerror="alert(1)">' & ]]> <!-- 가`;
let seed = 3;
const choose = () => (seed = (seed * 48271) % 2147483647);
const documentOf = (bricks: number): Document => arrange(branched(bricks, choose), library, 'towers');
let box: HTMLElement;
let unmount: () => void = () => undefined;

beforeEach(() => {
  box = window.document.createElement('div');
  box.dataset['palette'] = 'light';
  window.document.body.append(box);
});
afterEach(() => {
  unmount();
  unmount = () => undefined;
  box.remove();
});

async function drawn(document: Document) {
  const picture = modelPicture(document, compile(document, library), library);
  const ref = createRef<SVGSVGElement>();
  const root = createRoot(box);
  unmount = () => root.unmount();
  root.render(<ModelDrawing picture={picture} title="model" ref={ref} />);
  await expect.poll(() => ref.current).not.toBeNull();
  return { svg: ref.current!, picture };
}

describe('a picture of the canvas', () => {
  test('is a whole SVG file that needs nothing of the page, whatever the names are', async () => {
    const plain = documentOf(40);
    const renamed = rename('conv2d', hostile)(group(['conv2d_5', 'conv2d_6'], `<b>${hostile}`)(plain));
    const { svg, picture } = await drawn(renamed);
    const { width, height } = picture;
    const text = await standaloneSvg(svg, { title: hostile, width, height, background: '#ffffff' });
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelector('title')!.textContent).toBe(hostile);
    const tags = new Set(Array.from(parsed.querySelectorAll('*'), ({ tagName }) => tagName));
    expect([...tags].toSorted()).toEqual(['g', 'path', 'rect', 'svg', 'text', 'title']);
    const values = Array.from(parsed.querySelectorAll('*'), (element) =>
      Array.from(element.attributes, ({ value }) => value),
    ).flat();
    expect(values.filter((value) => /var\(|color-mix|oklab|color\(/.test(value))).toEqual([]);
    const attributes = Array.from(parsed.querySelectorAll('*'), (element) => element.getAttributeNames()).flat();
    expect(attributes.filter((name) => /^on|^data|^style$|^class$/.test(name))).toEqual([]);
    expect(parsed.querySelectorAll('text').length).toBeGreaterThan(80);
    expect(parsed.documentElement.getAttribute('viewBox')).toBe(`${picture.x} ${picture.y} ${width} ${height}`);
    expect('hurt' in window).toBe(false);
  });

  test('as the boxes of papers it is such a file, too, with or without shapes', async () => {
    const document = rename('conv2d', hostile)(documentOf(40));
    const picture = boxesOf(compile(document, library), library);
    for (const shapes of [true, false]) {
      const ref = createRef<SVGSVGElement>();
      const root = createRoot(box);
      root.render(<BoxesDrawing picture={picture} title="model" shapes={shapes} ref={ref} />);
      await expect.poll(() => ref.current).not.toBeNull();
      const text = await standaloneSvg(ref.current!, { title: hostile, width: 800, height: 200, background: null });
      root.unmount();
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      expect(parsed.querySelector('parsererror')).toBeNull();
      expect(text).not.toMatch(/var\(|color-mix|oklab|class=|style=/);
      expect(parsed.querySelectorAll('text')).toHaveLength(picture.boxes.length * (shapes ? 2 : 1));
      expect(parsed.querySelectorAll('rect')).toHaveLength(picture.boxes.length);
    }
  });

  test.each([
    [1, null, 0],
    [2, '#ffffff', 255],
  ])('as PNG at %i× on %s: its size, its corner, not empty', async (scale, background, alpha) => {
    const { svg, picture } = await drawn(documentOf(34));
    const [width, height] = [picture.width * scale, picture.height * scale];
    const text = await standaloneSvg(svg, { title: '', width, height, background });
    const bitmap = await createImageBitmap((await pngOf(text, width, height))!);
    expect([bitmap.width, bitmap.height]).toEqual([width, height]);
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    expect(data[3]).toBe(alpha);
    const colors = new Set<number>();
    for (let at = 0; at < data.length; at += 4 * 97)
      colors.add(data[at]! * 65536 + data[at + 1]! * 256 + data[at + 2]!);
    expect(colors.size).toBeGreaterThan(10);
  });

  test('a large one tells how far it is, and can be cancelled', async () => {
    const { svg, picture } = await drawn(documentOf(313));
    const told: number[] = [];
    const options = { title: '', width: picture.width, height: picture.height, background: null };
    const start = performance.now();
    await standaloneSvg(svg, { ...options, onProgress: (done) => told.push(done) });
    console.log(`313 bricks as SVG: ${(performance.now() - start).toFixed(0)} ms`);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    const controller = new AbortController();
    const cancelled = standaloneSvg(svg, {
      ...options,
      onProgress: () => controller.abort(),
      signal: controller.signal,
    });
    await expect(cancelled).rejects.toThrow('abort');
  });

  test('what no browser can draw is known before', async () => {
    await drawn(documentOf(34));
    expect([drawable(16_384, 16_384), drawable(16_385, 10), drawable(12_000, 9_000)]).toEqual([true, false, true]);
    expect(await pngOf('<svg xmlns="http://www.w3.org/2000/svg"/>', 20_000, 10)).toBeNull();
  });
});
