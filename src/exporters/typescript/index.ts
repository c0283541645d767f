import type { Exporter } from '../exporter';

export const typescript: Exporter = {
  id: 'typescript',
  name: 'TypeScript',
  also: ['타입스크립트', 'Node', 'TensorFlow.js'],
  about: {
    en: 'a TensorFlow.js project for Node with training, prediction, tests, a web demo and the weights',
    ko: '학습, 예측, 테스트, 웹 데모, 가중치를 담은 Node용 TensorFlow.js 프로젝트',
  },
  file: 'model.ts',
  language: 'typescript',
  project: true,
  options: ['weights', 'data', 'tests', 'language'],
  next: async ({ tests = true }) => `npm ci && ${tests ? 'npm test && ' : ''}npm run train`,
  check: [
    { tool: 'npm', args: ['ci'] },
    { tool: 'npm', args: ['test'] },
  ],
  async printer() {
    const { toTypeScript } = await import('./typescript');
    return ({ plan }) => toTypeScript(plan);
  },
  async files(model, supplies) {
    const { answerClasses } = await import('../answerClasses');
    const { exportProject } = await import('./project');
    const weights = await supplies.weights();
    const sample = weights === null || model.tests === false ? null : await supplies.sample();
    const data = weights === null ? null : await supplies.data();
    const classes = weights === null ? null : await answerClasses(model, supplies);
    return exportProject({ ...model, weights, sample, data, classes, sources: await supplies.sources() });
  },
};
