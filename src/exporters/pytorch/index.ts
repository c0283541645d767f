import type { Exporter } from '../exporter';

export const pytorch: Exporter = {
  id: 'pytorch',
  name: 'PyTorch',
  also: ['파이토치', 'torch'],
  about: {
    en: 'a PyTorch project with training, prediction, tests and the weights as safetensors',
    ko: '학습, 예측, 테스트, safetensors 가중치를 담은 PyTorch 프로젝트',
  },
  file: 'model.py',
  language: 'python',
  project: true,
  options: ['weights', 'data', 'tests', 'language'],
  next: async ({ tests = true }) => `pip install -e . && ${tests ? 'python test_model.py && ' : ''}python train.py`,
  check: [{ tool: 'python3', args: ['test_model.py'] }],
  async printer() {
    const { modelText } = await import('./modelText');
    return ({ plan }) => modelText(plan).text;
  },
  async files(model, supplies) {
    const { exportProject } = await import('./project');
    return exportProject(model, supplies);
  },
};
