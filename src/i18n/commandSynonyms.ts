import type { CommandId } from '../editor/commands/commandId';

/** What the training panel holds is looked for by its own names. */
const inTraining =
  'Data, Dataset, Loss function, Optimizer, Learning rate, Batch size, Epochs, Early stopping, Validation split, Metrics, ' +
  'Confusion matrix, 데이터셋, 내 데이터, 손실 함수, 옵티마이저, 학습률, 배치 크기, 에포크, 조기 종료, 기다릴 에포크 수, 검증, 검증 비율, ' +
  '학습용 데이터, 지표, 정확도, 시드, 그레이디언트, 데이터 증강, 혼동 행렬, 학습 기록, 레이블, 정답, 학습 곡선, 표, 열, 범주, 범주형, Table, CSV, Columns, Category';

/** Other words by which some commands are looked for, with commas between them. */
const synonyms: Partial<Readonly<Record<CommandId, string>>> = {
  newProject: 'Blank project, Empty project, 빈 프로젝트, 새로 시작',
  importCode: 'Paste Keras code, Import model, Keras 코드 붙여넣기',
  languageEnglish: '영어로 전환',
  languageKorean: 'Switch to Korean',
  exportModel: 'Download project, 프로젝트 내려받기',
  saveFile: 'Download, 다운로드',
  // As its button is called.
  train: '학습',
  training: inTraining,
  predict: 'Heat map, Grad-CAM, Probability, 예측 결과, 확률, 히트맵, 활성화, 특성 맵',
  summaryTable:
    'Parameters, Multiply-adds, FLOPs, Receptive field, Shapes, 파라미터, 학습되는 파라미터, 학습되지 않는 파라미터, 곱셈-누산, ' +
    '수용 영역, 형태, 텐서, 차원',
  templates: 'Architectures, Well-known models, 모델 구조, 유명 모델',
  swapHead: 'Classifier, includeTop, 분류기',
  savePicture: 'Figure, Picture, Poster, Diagram, SVG, PNG, PDF, 그림, 도식, 포스터',
  share: 'URL, 주소',
  undo: 'Take back, 되돌리기',
  redo: 'Do again, 다시 하기',
  stop: 'Cancel training, 학습 중단',
  themeLight: 'Light mode, 라이트 모드',
  themeDark: 'Dark mode, Night, 다크 모드',
  delete: 'Remove, 지우기, 제거',
  fit: 'Fit everything into view, 화면에 맞추기',
  toCanvas: 'Canvas, Model, 캔버스',
  nextArea: 'Next region, 다음 구역',
  shortcuts: 'Keys, 키',
};

export const commandSynonyms: Partial<Readonly<Record<CommandId, readonly string[]>>> = Object.fromEntries(
  Object.entries(synonyms).map(([id, words]) => [id, words.split(', ')]),
);
