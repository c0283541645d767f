import { textExporter } from '../exporter';

export const kerasScript = textExporter({
  id: 'keras-script',
  name: 'Keras script',
  about: { en: 'one Keras 3 script', ko: 'Keras 3 스크립트 하나' },
  file: 'model.py',
  language: 'python',
  next: 'python model.py',
  async printer() {
    const { toKeras } = await import('./keras');
    return ({ document, plan }) => toKeras(plan, document.training);
  },
});
