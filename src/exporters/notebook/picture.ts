import { shapeText } from '../../brick/shape';
import { commentText } from '../../compile/commentText';
import { layerClass } from '../../compile/numbers/summary';
import type { Plan, Step } from '../../compile/plan';
import type { NotebookWords } from './words';

/** A box of the picture: a layer, or a block of them. */
interface Box {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

const [boxWidth, boxHeight, across, down, margin] = [250, 46, 34, 30, 16];
/** Of more layers than this the outermost blocks are drawn; of more blocks and layers outside them several in one box. */
const [most, mostBoxes] = [30, 60];

/** What each box is called and which steps are in it, in the order of the first of them. */
function membersOf({ steps }: Plan): readonly (readonly [name: string, steps: readonly Step[]])[] {
  const members = new Map<string, { readonly name: string; readonly steps: Step[] }>();
  for (const step of steps) {
    const [block] = step.blocks;
    const name = steps.length > most ? (block ?? step.name) : step.name;
    const known = members.get(name) ?? { name, steps: [] };
    known.steps.push(step);
    members.set(name, known);
  }
  const all = [...members.values()];
  const size = Math.ceil(all.length / mostBoxes);
  return Array.from({ length: Math.ceil(all.length / size) || 0 }, (_, at) => {
    const own = all.slice(at * size, (at + 1) * size);
    const [first, last] = [own[0]!.name, own.at(-1)!.name];
    return [own.length > 1 ? `${first} … ${last}` : first, own.flatMap((each) => each.steps)] as const;
  });
}

/** The boxes: each in a row below all that it takes from, those of a row side by side around the middle. */
function boxesOf(plan: Plan): readonly Box[] {
  const rowOf = new Map<string, number>();
  const rows: number[] = [];
  const members = membersOf(plan);
  for (const [, steps] of members) {
    const above = steps.flatMap(({ inputs }) => inputs.map((input) => rowOf.get(input) ?? -1));
    const row = Math.max(-1, ...above) + 1;
    for (const { name } of steps) rowOf.set(name, row);
    rows.push(row);
  }
  return members.map(([name, steps], at) => {
    const row = rows[at]!;
    const before = rows.slice(0, at).filter((other) => other === row).length;
    const left = before - rows.filter((other) => other === row).length / 2;
    return { name, steps, row, x: left * (boxWidth + across) + across / 2, y: row * (boxHeight + down) };
  });
}

const xml = (text: string) =>
  commentText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const short = (text: string, length: number) => {
  const letters = [...text];
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text;
};

function factsOf({ steps }: Box, words: NotebookWords['box']): string {
  const last = steps.at(-1)!;
  const parameters = steps.reduce((sum, step) => sum + step.parameters, 0);
  return [
    steps.length > 1 ? words.layers(steps.length) : layerClass(last),
    `→ ${shapeText(last.shape)}`,
    ...(parameters > 0 ? [words.parameters(parameters.toLocaleString('en'))] : []),
  ].join(' · ');
}

function boxText(box: Box, plan: Plan, words: NotebookWords['box']): string {
  const names = box.steps.map(({ name }) => name);
  const frozen = box.steps.every(({ trainable, parameters }) => !trainable || parameters === 0);
  const learned = box.steps.some(({ parameters }) => parameters > 0);
  const fill = names.some((name) => plan.inputs.includes(name))
    ? '#e4f3e6'
    : names.some((name) => plan.outputs.includes(name))
      ? '#e3edfb'
      : '#f4f4f6';
  const dashes = frozen && learned ? ' stroke-dasharray="5 4"' : '';
  const text = (y: number, size: string, words: string) =>
    `<text x="${box.x + boxWidth / 2}" y="${box.y + y}" text-anchor="middle" ${size}>${xml(words)}</text>`;
  return [
    `<rect x="${box.x}" y="${box.y}" width="${boxWidth}" height="${boxHeight}" rx="6" fill="${fill}" stroke="#8a8f98"${dashes}/>`,
    text(19, 'font-weight="600"', short(box.name, 30)),
    text(36, 'font-size="11" fill="#50555e"', short(factsOf(box, words), 48)),
  ].join('\n');
}

/** A wire from a box down to another; past rows between them it goes round on the right. */
function wireText(from: Box, to: Box): string {
  const [x, y] = [from.x + boxWidth / 2, from.y + boxHeight];
  const [end, ground] = [to.x + boxWidth / 2, to.y];
  const middle = (y + ground) / 2;
  const side = Math.max(from.x, to.x) + boxWidth + across / 2;
  const way =
    to.row === from.row + 1
      ? `C${x} ${middle} ${end} ${middle} ${end} ${ground}`
      : `C${x} ${y + down} ${side} ${y} ${side} ${middle}S${end} ${ground - down} ${end} ${ground}`;
  return `<path d="M${x} ${y}${way}" fill="none" stroke="#8a8f98" stroke-width="1.5"/>`;
}

/** The plan as an SVG picture: a box per layer, or per outermost block where there are many, from top to bottom. */
export function planPicture(plan: Plan, words: NotebookWords['box']): string {
  const boxes = boxesOf(plan);
  const boxOf = new Map(boxes.flatMap((box) => box.steps.map(({ name }) => [name, box] as const)));
  const pairs = new Map<string, readonly [Box, Box]>();
  for (const to of boxes) {
    for (const input of to.steps.flatMap(({ inputs }) => inputs)) {
      const from = boxOf.get(input)!;
      if (from !== to) pairs.set(`${from.name}\n${to.name}`, [from, to]);
    }
  }
  const left = Math.min(0, ...boxes.map(({ x }) => x)) - margin;
  const width = Math.max(0, ...boxes.map(({ x }) => x + boxWidth)) - left + margin + across;
  const height = Math.max(0, ...boxes.map(({ y }) => y + boxHeight)) + 2 * margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${-margin} ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="13" fill="#1c1e22">`,
    `<title>${xml(plan.title)}</title>`,
    `<rect x="${left}" y="${-margin}" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...[...pairs.values()].map(([from, to]) => wireText(from, to)),
    ...boxes.map((box) => boxText(box, plan, words)),
    '</svg>',
    '',
  ].join('\n');
}
