import { answersImagenet } from '../compile/nested/imagenetOutput';
import { plainClassName } from '../pretrained/classNames';
import type { ExportSupplies, ExportedModel } from './exporter';

/** Where a project keeps ImageNet's names. */
export const classesFile = 'imagenet_classes.json';

/** Its text. */
export const classesText = (classes: readonly string[]) => `${JSON.stringify(classes, null, 1)}\n`;

/** ImageNet's names by index, as the page shows them, where a model's one answer means those classes; null elsewhere. Rejects with what the supply rejects with. */
export async function answerClasses(
  { plan }: Pick<ExportedModel, 'plan'>,
  supplies: Pick<ExportSupplies, 'imagenetClasses'>,
): Promise<readonly string[] | null> {
  const [output, ...others] = plan.outputs;
  if (output === undefined || others.length > 0 || !answersImagenet(plan, output)) return null;
  return (await supplies.imagenetClasses()).map(plainClassName);
}
