import * as z from 'zod/mini';
import type { Language } from '../../brick/brick';
import type { WeightsSource } from '../../brick/layers/weightsSources';
import { ShapeError } from '../../brick/shape';
import type { Document } from '../../document/document';
import { type Result, done, refused } from '../../document/result';
import { type AnyTemplate, type Library, titleOf } from '../../document/template';
import { templateDocument } from '../../layout/templateDocument';

/** A value that the template's option does not take; `weights` are an option, too. */
export type TemplateTrouble = {
  readonly code: 'templateOption';
  readonly data: { readonly option: string; readonly value: string };
};

/** What is asked of a template. */
export interface TemplateWish {
  readonly template: AnyTemplate;
  readonly options: Readonly<Record<string, unknown>>;
  readonly weights: WeightsSource;
}

/** The template's document with its title in this language. */
export function templateProject(
  { template, options, weights }: TemplateWish,
  library: Library,
  language: Language,
): Result<Document, TemplateTrouble> {
  try {
    return done({ ...templateDocument(template, options, library, weights), title: titleOf(template, language) });
  } catch (error) {
    if (error instanceof ShapeError)
      return refused({ code: 'templateOption', data: { option: 'weights', value: weights } });
    if (!(error instanceof z.core.$ZodError)) throw error;
    const option = String(error.issues[0]?.path[0] ?? '');
    return refused({ code: 'templateOption', data: { option, value: String(options[option] ?? '') } });
  }
}
