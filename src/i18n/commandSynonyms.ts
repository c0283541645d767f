import type { CommandId } from '../editor/commands/commandId';

/** Other words by which some commands are looked for. */
export const commandSynonyms: Partial<Readonly<Record<CommandId, readonly string[]>>> = {
  importCode: ['Paste Keras code', 'Import model', 'Keras 코드 붙여넣기'],
  languageEnglish: ['영어로 전환'],
  languageKorean: ['Switch to Korean'],
  exportModel: ['Download project', '프로젝트 내려받기', 'PyTorch', 'Keras', 'ONNX'],
  saveFile: ['Download', '다운로드'],
  // As its button is called.
  train: ['학습'],
  delete: ['Remove', '지우기'],
  fit: ['Fit to view', '화면에 맞추기'],
  shortcuts: ['Keys', '키'],
};
