import { textExporter } from '../exporter';

export const keras = textExporter({
  id: 'keras',
  name: 'Keras',
  about: { en: 'a Keras 3 script', ko: 'Keras 3 스크립트' },
  file: 'model.py',
  language: 'python',
  next: 'python model.py',
  async printer() {
    const { toKeras } = await import('./keras');
    return ({ document, plan }) => toKeras(plan, document.training);
  },
});
