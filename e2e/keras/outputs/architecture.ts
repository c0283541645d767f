import { compile } from '../../../src/compile/compile';
import { type ArchitectureTemplate, buildTemplate } from '../../../src/document/template';
import { library } from '../../../templates/index';

/** An architecture as Keras makes it with random weights, and as our template of the same options. */
export interface Architecture {
  /** In `keras.applications`. */
  readonly keras: string;
  readonly template: string;
  readonly top: boolean;
  /** Height and width of its pictures. */
  readonly size: number;
  /** Options of the template. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Smallest pictures whose last map has places, so that these are compared as well, where the time allows it. */
function sizeOf(template: ArchitectureTemplate): number {
  const { minimum } = template.architecture;
  const document = buildTemplate(template, { includeTop: false, inputShape: [minimum, minimum, 3] });
  const { shapes, outputs } = compile(document, library);
  return shapes[outputs[0] ?? '']?.[0] === 1 ? minimum + 32 : minimum;
}

/** All of Keras's, without the top and with it; `size` for all where it is given. */
export const architectures = (size?: number): readonly Architecture[] =>
  Object.values(library.architectures).flatMap((template) => {
    const { keras } = template.architecture;
    if (!keras) return [];
    const side = size ?? sizeOf(template);
    return [false, true].map((top) => ({
      keras: keras.model,
      template: template.id,
      size: side,
      top,
      options: { includeTop: top, inputShape: [side, side, 3] },
    }));
  });
