import type { ProjectCase } from './projectCases';

/** What is run of a project, by name; a large model is only tested, and fine-tuned is where something is frozen. */
export function programsOf({ large, document, plan }: ProjectCase): Map<string, readonly string[]> {
  const batch = document.training.batchSize > 8 ? ['--batch-size', '8'] : [];
  const frozen = plan.steps.some(({ trainable, parameters }) => !trainable && parameters > 0);
  const programs = new Map<string, readonly string[]>([['test', ['test_model.py']]]);
  if (large) return programs;
  programs.set('train', ['train.py', '--epochs', '1', ...batch]);
  programs.set('resume', ['train.py', '--epochs', '2', '--resume', ...batch]);
  if (frozen) programs.set('fine-tune', ['train.py', '--epochs', '1', '--fine-tune', ...batch]);
  return programs.set('predict', ['predict.py', '--samples', '2']);
}
