import type { Exporter } from '../exporter';

export const kerasScript: Exporter = {
  id: 'keras-script',
  name: 'Keras script',
  also: ['케라스 스크립트', 'Python', '파이썬'],
  about: { en: 'one Keras 3 script that trains', ko: '학습까지 하는 Keras 3 스크립트 하나' },
  file: 'script.py',
  language: 'python',
  project: false,
  options: [],
  without: ['weights', 'data'],
  next: async () => 'python script.py --help',
  check: [{ tool: 'python3', args: ['script.py', '--help'] }],
  async printer() {
    const { scriptFile } = await import('../keras/project/scriptFile');
    return scriptFile;
  },
  async files(model) {
    const { scriptFile } = await import('../keras/project/scriptFile');
    const { refuseFrozen } = await import('../keras/refuseFrozen');
    refuseFrozen(model.plan, this.name, false);
    return { [this.file]: scriptFile(model) };
  },
};
