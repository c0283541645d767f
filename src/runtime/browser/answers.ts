import { bestClasses, type NamedValue } from '../answers';
import type { Answers } from '../../data/learned';
import type { Settings } from '../settings';
import { words } from './words';

const most = 5;
const mostNumbers = 20;

const percent = new Intl.NumberFormat(words.language, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** An element with a class and what is in it. */
function element(name: string, look: string, ...inside: (Node | string)[]) {
  const made = document.createElement(name);
  made.className = look;
  made.append(...inside);
  return made;
}

/** A value as it is read; all its digits go along in the element. */
function valueElement(value: number, text: string): HTMLElement {
  const made = document.createElement('data');
  made.value = String(value);
  made.textContent = text;
  return made;
}

/** The likeliest classes with bars. */
function classesElement(found: readonly NamedValue[]): HTMLElement {
  const rows = found.map(({ name, value }) => {
    const likely = value >= 0 && value <= 1;
    const bar = element('span', 'bar');
    bar.style.inlineSize = `${likely ? value * 100 : 0}%`;
    const text = likely ? percent.format(value) : value.toPrecision(4);
    return element(
      'li',
      'class',
      element('span', 'name', name),
      element('span', 'track', bar),
      valueElement(value, text),
    );
  });
  return element('ol', 'classes', ...rows);
}

/** Numbers with their names. */
function numbersElement(all: readonly NamedValue[]): HTMLElement {
  const rows = all
    .slice(0, mostNumbers)
    .map(({ name, value }) =>
      element('li', 'number', element('span', 'name', name), valueElement(value, value.toPrecision(4))),
    );
  const rest = all.length - mostNumbers;
  if (rest > 0) rows.push(element('li', 'more', words.more(rest)));
  return element('ul', 'numbers', ...rows);
}

/** What one output says, as `answers` tells its meaning. */
function outputElement(values: readonly number[], answers: Answers | null, loss: string | undefined): HTMLElement {
  const classes = answers?.kind === 'classes' ? answers.classes : [];
  const [value = 0] = values;
  // One probability is that of the second of two classes.
  const yes = values.length === 1 && loss === 'binaryCrossentropy';
  if (yes && classes.length === 2) {
    return classesElement(bestClasses([1 - value, value], classes));
  }
  const unknown = answers === null && values.length > 1;
  if (values.length === classes.length || unknown) {
    return classesElement(bestClasses(values, classes, most));
  }
  const names = answers?.kind === 'numbers' ? answers.names : [];
  const named = values.map((value, index) => ({
    name: names[index] ?? words.column(index + 1),
    value,
  }));
  return numbersElement(named);
}

/** What each output says; with its name where there are several. */
export function answerElements(
  outputs: readonly (readonly number[])[],
  names: readonly string[],
  answers: Answers | null,
  settings: Pick<Settings, 'outputs'>,
): readonly HTMLElement[] {
  return outputs.map((values, index) => {
    const title = outputs.length > 1 ? names[index]! : words.answer;
    const loss = settings.outputs[index]?.loss;
    return element('div', 'output', element('h2', '', title), outputElement(values, answers, loss));
  });
}
