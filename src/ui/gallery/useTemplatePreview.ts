import { useMemo } from 'react';
import { shapeText } from '../../brick/shape';
import { compile } from '../../compile/compile';
import type { AnyTemplate } from '../../document/template';
import { templateDocument } from '../../layout/templateDocument';
import { useServices } from '../services';

/** A template's document with these options, and what is said about it. */
export function useTemplatePreview(template: AnyTemplate, options: Readonly<Record<string, unknown>>) {
  const { library } = useServices();
  return useMemo(() => {
    const document = templateDocument(template, options, library);
    const plan = compile(document, library);
    const shape = (name: string | undefined) => {
      const found = name === undefined ? undefined : plan.shapes[name];
      return found ? shapeText(found) : '?';
    };
    return {
      document,
      issues: plan.issues,
      layers: plan.steps.length,
      parameters: plan.totals.parameters,
      input: shape(plan.inputs[0]),
      output: shape(plan.outputs[0]),
    };
  }, [template, library, options]);
}
