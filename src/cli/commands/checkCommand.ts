import { builtInFacts } from '../../data/catalogue';
import { mistakesOf } from '../../data/mistakes/mistakesOf';
import { issueText } from '../../i18n/troubles/issues';
import { mistakeText } from '../../i18n/troubles/mistakes/mistakes';
import { library } from '../../../templates/index';
import type { Command } from './command';
import { CommandError } from '../commandError';
import { openFile } from '../source';

export const checkCommand: Command = {
  name: 'check',
  usage: '<file>',
  about: 'says every problem of a model, and fails when there is one',
  flags: {},
  words: 1,
  async run([path]) {
    const { document, plan } = await openFile(path!);
    for (const issue of plan.issues) {
      const where = issue.where === null ? '' : `${issue.where}: `;
      console.log(`${issue.severity} ${where}${issueText(issue, 'en', library)}`.replace(/\s*\n\s*/g, ' '));
    }
    const errors = plan.issues.filter(({ severity }) => severity === 'error').length;
    const judged = { plan, training: document.training, facts: builtInFacts(document.training.dataset), library };
    const mistakes = mistakesOf(judged);
    for (const mistake of mistakes) console.log(`warning ${mistake.where}: ${mistakeText(mistake, 'en')}`);
    if (errors > 0) throw new CommandError(`${path} has ${errors} ${errors === 1 ? 'problem' : 'problems'}.`);
    if (plan.outputs.length === 0) throw new CommandError(`${path} holds no model that can run yet.`);
    const { parameters } = plan.totals;
    const bricks = Object.keys(document.nodes).length;
    const warnings = mistakes.length + plan.issues.length;
    const verdict =
      warnings === 0 ? 'is fine' : `can be built, with ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
    console.log(`${path} ${verdict}: ${bricks} bricks, ${parameters.toLocaleString('en-US')} parameters.`);
  },
};
