import dense from '../../bricks/core/dense';
import type { Language } from '../../src/brick/brick';
import type { Activation } from '../../src/brick/fields';
import { type AnyTemplate, type Place, type TemplateGroup, defineTemplate } from '../../src/document/template';
import type { Training } from '../../src/document/training';
import { optimizerSettings } from '../../src/document/training/trainingChoices';
import type { Body } from './bodies';

type Text = Readonly<Record<Language, string>>;

/** What several recipes have in common: what goes in and what comes out. */
export interface Task {
  readonly group: TemplateGroup;
  readonly name: Text;
  /** What there is to learn, in a sentence. */
  readonly about: Text;
  readonly output: { readonly units: number; readonly activation: Activation };
  readonly training: Partial<Training>;
}

/** One model for a task; its number is that of DeepBrick's list of recipes. */
export interface Recipe {
  readonly number: number;
  readonly name: Text;
  /** What kind of model it is, in a sentence. */
  readonly about: Text;
  readonly input: (place: Place) => string;
  readonly body: Body;
  readonly weights: number;
  readonly training?: Partial<Training>;
}

const both = (make: (language: Language) => string): Text => ({ en: make('en'), ko: make('ko') });

/** Templates of a task: input, body and a last Dense layer that gives the answer. */
export function recipesFor(task: Task, recipes: readonly Recipe[]): readonly AnyTemplate[] {
  return recipes.map(({ number, name, about, input, body, weights, training }) => {
    const names = both((language) => `${task.name[language]}: ${name[language]}`);
    return defineTemplate({
      id: `deepbrick-${String(number).padStart(2, '0')}`,
      title: names.en,
      names,
      group: task.group,
      about: both((language) => `${about[language]} ${task.about[language]}`),
      options: {},
      optionWords: { en: {}, ko: {} },
      expect: { output: [task.output.units], weights },
      training: { ...task.training, ...training },
      build(place) {
        place(dense, task.output, body(place, input(place)));
      },
    });
  });
}

/** Adam with another learning rate than Keras's 0.001. */
export const adam = (learningRate: number): Training['optimizer'] => ({
  name: 'adam',
  settings: { ...optimizerSettings.adam, learningRate },
});
