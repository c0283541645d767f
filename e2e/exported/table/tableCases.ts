import { selectBackend } from '../../../src/engine/backend/backend';
import type { Document } from '../../../src/document/document';
import { buildTemplate, isArchitecture } from '../../../src/document/template';
import { templates } from '../../../templates/index';
import { randomModels } from '../../documents/randomModels';
import type { Case, Computed, Failed } from '../../keras/cases/case';
import { documentCase, templateDocuments } from '../../keras/cases/cases';
import { freshFor } from '../../keras/cases/given';
import { computeAll } from '../../keras/computing/computeAll';
import { offline } from '../../keras/cases/smaller';
import { tolerance } from '../../keras/cases/case';
import { type OnnxCase, computed, smallArchitectures, written as onnxWritten } from '../../onnx/cases';
import { torchCase } from '../../pytorch/torchCase';

/** A document with what it is compared by. */
export interface TableCase {
  readonly document: Document;
  readonly one: Case;
}

/** Every template, large ones also smaller, architectures also with small pictures, and so many random documents. */
export function tableCases(random: number): readonly TableCase[] {
  const written = ({ document, one }: TableCase) => ({
    document,
    one: { ...one, given: null, starts: false, fit: null },
  });
  const of = (group: string, name: string, document: Document): TableCase => ({
    document,
    one: documentCase(group, name, document),
  });
  const whole = templates
    .filter(isArchitecture)
    .map((template) => written(of('architectures', template.id, offline(buildTemplate(template)))));
  const small = smallArchitectures().map(({ name, document }): TableCase => {
    const shown = of('architectures', `${name}, small pictures`, offline(document));
    // A step of an optimizer over so many weights takes minutes here.
    return { ...shown, one: { ...shown.one, fit: null } };
  });
  const recipes = templates
    .filter((template) => !isArchitecture(template))
    .flatMap(templateDocuments)
    .map(({ name, document, numbers }) =>
      numbers ? of('templates', name, document) : written(of('templates', name, document)),
    );
  const others = randomModels(random).map(({ document }, at) => of('random documents', `random ${at}`, document));
  return [...recipes, ...whole, ...small, ...others];
}

/** What our engine computes on cpu; null where the document is too large here. */
export async function numbersOf({ one }: TableCase): Promise<Computed | Failed | null> {
  if (one.given === null) return null;
  const { guard } = await selectBackend('cpu', null);
  const [computed] = await computeAll([one], guard);
  return computed!;
}

/** The question for Keras, as `e2e/keras/python/check.py` reads it; without gradients, which other comparisons have. */
export function kerasLine({ one }: TableCase, cpu: Computed | Failed | null): string {
  const { script, rows, inner, application, given, fit, calls, mask, plan } = one;
  const fresh = one.starts ? freshFor(plan) : {};
  const ours = cpu === null ? {} : { cpu };
  const all = { script, rows, inner, application, given, fit, calls, mask, tolerance, fresh, ours };
  return JSON.stringify({ ...all, forwardOnly: true });
}

/** The question for PyTorch, without gradients as well. */
export const torchLine = ({ one }: TableCase, cpu: Computed | Failed) => ({
  ...torchCase(one, cpu),
  forwardOnly: true,
});

/** The ONNX file, or why not. */
export const onnxFile = ({ one }: TableCase) => onnxWritten(one as OnnxCase);

/** Inputs and our engine's outputs, all of their numbers; or why there are none. */
export const answersOf = ({ one }: TableCase) => computed(one as OnnxCase);
