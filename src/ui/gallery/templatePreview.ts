import type { WeightsSource } from '../../brick/layers/weightsSources';
import type { Language } from '../../brick/brick';
import { ShapeError, shapeText } from '../../brick/shape';
import { compile } from '../../compile/compile';
import type { Issue } from '../../compile/issue';
import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import { type AnyTemplate, type Library, titleOf } from '../../document/template';
import { templateStart } from '../../document/publishedWeights';
import { templateDocument } from '../../layout/templateDocument';

/** A template's document with some options, and what is said about it. */
export interface TemplatePreview {
  readonly document: Document;
  readonly issues: Plan['issues'];
  readonly layers: number;
  readonly parameters: number;
  readonly input: string;
  readonly output: string;
}

/** Previews with initial options, made once: the gallery is opened again and again. */
const made = new WeakMap<AnyTemplate, { readonly library: Library; readonly preview: TemplatePreview }>();

const none: Readonly<Record<string, unknown>> = {};

/** Why an architecture cannot start from these weights with its options; null where it can. */
export function startIssue(
  template: AnyTemplate,
  options: typeof none,
  weights: WeightsSource,
  language: Language,
): Issue | null {
  try {
    templateStart(template, options, weights);
    return null;
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const where = titleOf(template, language);
    return { code: error.code, data: error.data, where, severity: 'error', fixes: [] } as Issue;
  }
}

/** Builds, lays out and compiles a template. */
export function templatePreview(template: AnyTemplate, library: Library, options = none): TemplatePreview {
  const before = options === none ? made.get(template) : undefined;
  if (before?.library === library) return before.preview;
  const document = templateDocument(template, options, library);
  const plan = compile(document, library);
  const shape = (name: string | undefined) => {
    const found = name === undefined ? undefined : plan.shapes[name];
    return found ? shapeText(found) : '?';
  };
  const preview = {
    document,
    issues: plan.issues,
    layers: plan.steps.length,
    parameters: plan.totals.parameters,
    input: shape(plan.inputs[0]),
    output: shape(plan.outputs[0]),
  };
  if (options === none) made.set(template, { library, preview });
  return preview;
}
