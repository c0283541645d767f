import { wellFormedXml } from './wellFormedXml';

/** What a style property is when nothing is said; such values are left out. */
const defaults: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
};
const ofText: Readonly<Record<string, string>> = {
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'text-decoration-line': 'none',
};

/** Elements gone through before the page may answer again. */
const batch = 300;

export interface StandaloneOptions {
  /** Title of the file. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** A colour; null leaves the background transparent. */
  readonly background: string | null;
  /** Told now and then how much is done, 0 … 1. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * A drawing of the page as the text of an SVG file that needs nothing of the page: computed styles as attributes,
 * colours as rgb(), fonts by name. Throws the signal's reason when it is aborted.
 */
export async function standaloneSvg(drawing: SVGSVGElement, options: StandaloneOptions): Promise<string> {
  const { width, height, background, onProgress, signal } = options;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [drawing.querySelectorAll('*'), copy.querySelectorAll('*')];
  const plain = plainColors();
  const hidden: Element[] = [];
  for (let index = 0; index < originals.length; index++) {
    if (index % batch === batch - 1) {
      onProgress?.(index / originals.length);
      await turn();
      signal?.throwIfAborted();
    }
    const [original, element] = [originals[index]!, copies[index]!];
    const style = getComputedStyle(original);
    if (style.display === 'none') hidden.push(element);
    bare(element);
    if (element.tagName !== 'g') dress(element, style, plain);
  }
  for (const element of hidden) element.remove();
  bare(copy);
  for (const name of ['role', 'aria-label']) copy.removeAttribute(name);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  if (background !== null) copy.prepend(backgroundOf(copy, background));
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = options.title;
  copy.prepend(title);
  onProgress?.(1);
  const text = wellFormedXml(new XMLSerializer().serializeToString(copy));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`;
}

function bare(element: Element): void {
  for (const name of element.getAttributeNames())
    if (name === 'class' || name === 'style' || name.startsWith('data-')) element.removeAttribute(name);
}

function dress(element: Element, style: CSSStyleDeclaration, plain: (color: string) => string): void {
  const write = (names: Readonly<Record<string, string>>) => {
    for (const [name, usual] of Object.entries(names)) {
      const value = style.getPropertyValue(name);
      if (value === usual || value === '') continue;
      if (name.startsWith('stroke-') && style.stroke === 'none') continue;
      const attribute = name === 'text-decoration-line' ? 'text-decoration' : name;
      element.setAttribute(attribute, name === 'fill' || name === 'stroke' ? plain(value) : value);
    }
  };
  write(defaults);
  if (element.tagName === 'text') write(ofText);
}

function backgroundOf(drawing: SVGSVGElement, color: string): SVGRectElement {
  const { x, y, width, height } = drawing.viewBox.baseVal;
  const rectangle = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ x, y, width, height, fill: color }))
    rectangle.setAttribute(name, String(value));
  return rectangle;
}

/** Colours such as `color(srgb …)` and `oklab(…)` as `rgb(…)`, which every drawing program reads. */
function plainColors(): (color: string) => string {
  const known = new Map<string, string>();
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (color) => {
    if (/^(rgb\(|none$|#)/.test(color) || !context) return color;
    const before = known.get(color);
    if (before !== undefined) return before;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    const parts = `${red}, ${green}, ${blue}`;
    const text = alpha === 255 ? `rgb(${parts})` : `rgba(${parts}, ${(alpha / 255).toFixed(3)})`;
    known.set(color, text);
    return text;
  };
}

/** Lets the page answer before going on. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
