import type { SymbolicTensor } from '@tensorflow/tfjs';
import type { Source } from '../../data/batches';
import { decoded } from '../../data/textSamples';
import { type Learned, wantedPicture } from '../../data/learned';
import { type Preparation, preparedRow, rowOf } from '../../data/tables/taking/preparation';
import { typedSample } from '../reading/typedSample';
import type { Sizing } from '../settings';
import { type Field, clipField, pictureField } from './picture';
import { words } from './words';

/** A form has a box for each number up to so many, else one for all. */
const mostBoxes = 40;

/** What is typed below a label. */
function labelled(name: string, input: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  const text = document.createElement('span');
  text.textContent = name;
  label.append(text, input);
  return label;
}

/** What is typed as a sample. Throws in words of the page where it is none. */
function read(text: string, learned: Learned): Source {
  try {
    return typedSample(text, learned);
  } catch {
    const wanted = learned.shape.reduce<number>((all, one) => all * (one ?? 1), 1);
    const given = text.split(/[\s,;]+/).filter(Boolean).length;
    throw new Error(words.badNumbers(wanted, given));
  }
}

/** A box for each number of a row, with its column's name. */
function rowField(learned: Learned, count: number, changed: () => void): Field {
  const element = document.createElement('div');
  element.className = 'row';
  const boxes = Array.from({ length: count }, (_, index) => {
    const box = document.createElement('input');
    box.type = 'number';
    box.step = 'any';
    box.value = String(Number((learned.example?.[index] ?? 0).toPrecision(6)));
    box.addEventListener('input', changed);
    const name = learned.words?.[index] ?? words.column(index + 1);
    element.append(labelled(name, box));
    return box;
  });
  return {
    element,
    sample: () => read(boxes.map(({ value }) => value).join(), learned),
  };
}

/** A box for each column of a table, with a choice where it has categories; an empty one is a value that is missing. */
function tableField({ kind, example }: Learned, preparation: Preparation, changed: () => void): Field {
  const element = document.createElement('div');
  element.className = 'row';
  const row = example === null ? [] : rowOf(preparation, example);
  const boxes = preparation.map((column, place) => {
    const box = document.createElement(column.kind === 'category' ? 'select' : 'input');
    if (column.kind === 'category') {
      for (const category of ['', ...column.categories]) box.append(new Option(category, category));
    }
    box.value = row[place] ?? '';
    box.addEventListener('input', changed);
    element.append(labelled(column.name, box));
    return box;
  });
  return {
    element,
    sample() {
      const values = preparedRow(
        preparation,
        boxes.map(({ value }) => value),
      );
      return { kind, shape: [values.length], values };
    },
  };
}

/** The example as it would be typed: a text, or a line for each time step. */
function exampleText({ kind, shape, words: known, example, preparation }: Learned): string {
  if (example === null) return '';
  if (preparation !== undefined)
    return rowOf(preparation, example).join(preparation.some(({ kind }) => kind === 'number') ? ';' : ',');
  if (kind === 'text' && known !== null) return decoded(example, known).join(' ');
  const across = shape.length > 1 ? shape.at(-1)! : example.length;
  const lines = Array.from({ length: example.length / across }, (_, line) =>
    example.slice(line * across, (line + 1) * across).join(', '),
  );
  return lines.join('\n');
}

/** A text, or many numbers. */
function textField(learned: Learned, changed: () => void): Field {
  const box = document.createElement('textarea');
  box.rows = 6;
  box.value = exampleText(learned);
  box.addEventListener('input', changed);
  const { kind } = learned;
  const name = kind === 'text' ? words.text : kind === 'series' ? words.series : words.numbers;
  return {
    element: labelled(name, box),
    sample: () => (box.value.trim() === '' ? null : read(box.value, learned)),
  };
}

/** The field that fits what goes into an input. `changed` is called whenever something else is given. */
export function createField(
  input: SymbolicTensor,
  learned: Learned,
  name: string | null,
  settings: Sizing,
  changed: () => void,
): Field {
  const { kind, shape } = learned;
  const count = shape.reduce<number>((size, axis) => size * (axis ?? 0), 1);
  const { preparation } = learned;
  const tabular = kind === 'numbers' && preparation !== undefined && preparation.length <= mostBoxes;
  const field =
    kind === 'images'
      ? pictureField(wantedPicture(input, learned), settings, changed)
      : kind === 'video'
        ? clipField(shape, settings, changed)
        : tabular
          ? tableField(learned, preparation, changed)
          : kind === 'numbers' && preparation === undefined && count > 0 && count <= mostBoxes
            ? rowField(learned, count, changed)
            : textField(learned, changed);
  if (name === null) return field;
  const element = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = name;
  element.append(legend, field.element);
  return { ...field, element };
}
