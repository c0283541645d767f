import type { Exporter } from '../exporter';

export const keras: Exporter = {
  id: 'keras',
  name: 'Keras',
  also: ['케라스'],
  about: {
    en: 'a Keras 3 project with data, training, prediction, tests and the weights',
    ko: '데이터, 학습, 예측, 테스트, 가중치를 담은 Keras 3 프로젝트',
  },
  file: 'model.py',
  language: 'python',
  editable: true,
  project: true,
  options: ['weights', 'data', 'tests', 'language'],
  async next({ plan, tests = true }) {
    const { bestBackend } = await import('./project/kerasBackend');
    const backend = bestBackend(plan);
    const test = tests ? 'python test_model.py && ' : '';
    return `pip install ".[${backend}]" && export KERAS_BACKEND=${backend} && ${test}python train.py`;
  },
  check: [{ tool: 'python3', args: ['test_model.py'] }],
  async printer() {
    const { modelFile } = await import('./model/modelFile');
    return ({ plan }) => modelFile(plan);
  },
  async files(model, supplies) {
    const { kerasProject } = await import('./project/project');
    const { answerClasses } = await import('../answerClasses');
    const { refuseFrozen } = await import('./refuseFrozen');
    const trained = (await supplies.weights()) !== null;
    if (!trained) refuseFrozen(model.plan, this.name, true);
    const weights = trained ? await supplies.kerasWeights() : null;
    const sample = trained && model.tests !== false ? await supplies.sample() : null;
    const classes = await answerClasses(model, supplies);
    return kerasProject({ ...model, weights, sample, data: await supplies.data(), classes });
  },
};
