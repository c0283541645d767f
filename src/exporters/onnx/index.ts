import type { Exporter } from '../exporter';

export const onnx: Exporter = {
  id: 'onnx',
  name: 'ONNX',
  also: ['오닉스', 'onnxruntime'],
  about: {
    en: 'an ONNX model with the weights in it, for onnxruntime in any language and in the browser',
    ko: '가중치를 담은 ONNX 모델. 여러 언어와 브라우저의 onnxruntime에서 실행',
  },
  file: 'graph.txt',
  language: null,
  project: true,
  options: ['language'],
  next: async () => 'pip install netron && netron model.onnx',
  check: [{ tool: 'python3', args: ['-c', "import onnx; onnx.checker.check_model('model.onnx', full_check=True)"] }],
  async printer() {
    const { onnxText } = await import('./onnxFiles');
    return onnxText;
  },
  async files(model, supplies) {
    const { onnxFiles } = await import('./onnxFiles');
    return onnxFiles(model, await supplies.weights());
  },
};
