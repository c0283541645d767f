import type { Exporter } from '../exporter';

export const notebook: Exporter = {
  id: 'notebook',
  name: 'Notebook',
  also: ['노트북', 'Jupyter', '주피터', 'Colab', '코랩', 'Kaggle', '캐글'],
  about: {
    en: 'a Jupyter notebook of the Keras project with an image of the model, for Jupyter, Colab and Kaggle',
    ko: '모델 이미지가 담긴 Keras 노트북. Jupyter, Colab, Kaggle에서 실행',
  },
  file: 'notebook.ipynb',
  language: null,
  project: true,
  options: ['weights', 'data', 'tests', 'language'],
  async next({ plan }) {
    const { bestBackend } = await import('../keras/project/kerasBackend');
    const backend = bestBackend(plan);
    return `pip install keras ${backend} matplotlib pillow notebook && jupyter notebook notebook.ipynb`;
  },
  check: [],
  async printer() {
    const { notebookText } = await import('./notebookText');
    return (model) => notebookText(model, { data: null, sample: false });
  },
  async files(model, supplies) {
    const { refuseFrozen } = await import('../keras/refuseFrozen');
    const { answerClasses } = await import('../answerClasses');
    const { notebookFiles } = await import('./notebookFiles');
    const trained = (await supplies.weights()) !== null;
    if (!trained) refuseFrozen(model.plan, this.name, true);
    const weights = trained ? await supplies.kerasWeights() : null;
    const sample = trained && model.tests !== false ? await supplies.sample() : null;
    const classes = await answerClasses(model, supplies);
    return notebookFiles(model, { weights, sample, data: await supplies.data(), classes });
  },
};
