import type { BackendName } from '../../engine/protocol/backendInfo';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import { datasetName, ownDataGoneText } from '../datasetNames';
import { bytesText } from '../numbers';
import { shellWords } from '../shell';
import { mismatchText, unfitText } from './run/dataMismatch';
import { absurdLossText, deadRunText, stuckLossText } from './run/deadRun';
import { weightFileText } from './weightFiles';
import type { Language } from '../words';
import { josa } from '../korean/josa';

type Code = EngineTrouble['code'];
type Data<C extends Code> = Extract<EngineTrouble, { code: C }>['data'];
type Wordings = { readonly [C in Code]: (data: Data<C>) => string };

const backends: Readonly<Record<BackendName, string>> = { webgpu: 'WebGPU', wasm: 'Wasm', webgl: 'WebGL', cpu: 'CPU' };
/** `a, b; c, d`: a model of hundreds of layers would fill the page. */
const groupsText = ({ byOrder }: Pick<MatchReport, 'byOrder'>) => {
  const groups = byOrder.slice(0, 4).map((names) => names.slice(0, 4).join(', ') + (names.length > 4 ? ', …' : ''));
  return groups.join('; ') + (byOrder.length > 4 ? '; …' : '');
};

/** `553 MB`, `1.2 GB`: as exact as a decision needs. */
function amount(bytes: number): string {
  if (bytes < 1e9) return `${Math.max(1, Math.round(bytes / 1e6))} MB`;
  return bytes < 1e12 ? `${(bytes / 1e9).toFixed(1)} GB` : bytesText(bytes);
}

const en: Wordings = {
  backendUnavailable: ({ backend }) =>
    `${backends[backend]} does not work in this browser. Choose another backend, or “auto”.`,
  deviceLost: ({ reason }) =>
    `The graphics device was lost (${reason}). The weights of the last epoch are kept; ` +
    'if training does not resume by itself, press “Continue training”.',
  deviceReplaced: ({ reason, count, epochs, backend }) =>
    `The graphics device was lost (${reason})${count === 1 ? '' : `; that makes ${count} times in this run`}. ` +
    `Training continues by itself on ${backends[backend]} ` +
    (epochs === 0
      ? 'from the start: no epoch was finished yet.'
      : `after epoch ${epochs}, with the weights of that epoch.`),
  gpuError: ({ message }) =>
    `The GPU reported an error, so training was stopped before the results could go wrong: ${message}. ` +
    'Try a smaller batch size, or another backend.',
  tooLarge: ({ what, name, bytes, limit, batchSize }) =>
    ({
      weight: `A weight of the model is too large for this device: ${name} needs ${amount(bytes)}, the limit is ${amount(limit)}. `,
      activation: `The output of ${name} is too large for this device: ${amount(bytes)} per batch, the limit is ${amount(limit)}. `,
      total: `The model is too large for this device: it needs ${amount(bytes)}, but only ${amount(limit)} is available. `,
    })[what] +
    (batchSize === null
      ? 'Make the layers smaller, freeze some, or choose another backend.'
      : `A batch size of up to ${batchSize} fits.`),
  notANumber: (dead) => deadRunText(dead, 'en'),
  absurdLoss: (absurd) => absurdLossText(absurd, 'en'),
  stuckLoss: (stuck) => stuckLossText(stuck, 'en'),
  dataMismatch: (data) => mismatchText(data, 'en'),
  dataUnfit: (data) => unfitText(data, 'en'),
  notRunnable: ({ inputs, outputs }) =>
    inputs === 0 && outputs === 0
      ? 'There is no model that can run yet. Solve the problems shown on the canvas first.'
      : `The model has unresolved problems; it has ${inputs} inputs and ${outputs} outputs. Solve the problems shown on the canvas first.`,
  datasetUnavailable: ({ dataset, detail }) =>
    ownDataGoneText(detail === '' ? dataset : '', 'en') ??
    `The dataset “${datasetName(dataset, 'en')}” could not be loaded${detail === '' ? '' : ` (${detail})`}. Choose another one, or reload the page.`,
  badImage: ({ name, detail }) =>
    `This browser cannot read “${name}” as an image${detail === '' ? '' : ` (${detail})`}. Use PNG, JPEG or WebP.`,
  storageFull: ({ needed }) =>
    `The browser’s storage is full: saving this run needs ${amount(needed)} more. ` +
    'Training continues, but it will be lost on reload. Delete projects, or free disk space.',
  checkpointMismatch: () =>
    'The saved weights do not fit the current model. Undo the changes, or train again from the start.',
  notTrained: () =>
    'There are no trained weights. Train the model or open weights first; random weights are not saved.',
  keptNames: ({ layer, className, format, instead }) =>
    `“${layer}” is a ${className}, which no brick computes, and its file does not say how ${format} names its weights. Save it as ${instead}, or put a brick in its place.`,
  weightsMissing: ({ id, bytes }) =>
    `The pretrained weights “${id}” are not on this device yet${bytes === null ? '' : ` (${amount(bytes)})`}. ` +
    'Download them, choose the file yourself, or set the weights to random.',
  weightsMismatch: ({ name, report }) =>
    `The weights in ${name} belong to another model: ${report.loaded.length} tensors fit, ${report.missing.length} are missing, ` +
    `${report.wrongShape.length} have a different shape. Nothing was changed. Choose the file for this architecture, ` +
    'or check alpha, the input size and includeTop.',
  weightsByOrder: ({ name, report }) =>
    `${name} says only by their order whose its weights are: ${groupsText(report)} have the same shapes. ` +
    'Nothing was changed. Take them in this order if the file is of this very model; else choose a .keras, .h5 or model.json that has the whole model.',
  weightsUnreadable: ({ trouble }) => weightFileText(trouble, 'en'),
  startNotKept: ({ name, bytes }) =>
    `The weights of ${name} are loaded, but the file could not be stored on this device: it needs ${amount(bytes)}. ` +
    'They will be lost on reload. Delete other weights or projects, then open the file again.',
  startGone: ({ name }) =>
    `The weights of this model came from ${name}, which was deleted from this device. Open the file again; until then the model starts from its initial weights.`,
  weightsDamaged: () =>
    'The weights that this model had learned are damaged in the storage of this browser and cannot be read. ' +
    'The rest of the project is unchanged: train again, or open a weights file.',
  notSpatial: ({ layer }) =>
    `The output of ${layer} is not a feature map that leads to the prediction. Choose a convolution or pooling layer before the head.`,
  partMissing: ({ address }) => shellWords.en.partMissing(address),
  libraryChanged: ({ part }) =>
    `This copy of DeepBrick was built with another version of TensorFlow.js than its kernels are made for (${part} is missing or has changed), and numbers would be wrong. ` +
    'Choose another backend; or install the version in package.json with “npm ci” and build the page again.',
  workerEnded: ({ how, detail }) =>
    (how === 'crashed'
      ? `The engine ended by itself${detail === '' ? '' : ` (${detail})`}, perhaps because memory ran out. `
      : 'The engine no longer answered, so it was ended. ') +
    'A fresh one has taken its place; the weights are those of the last epoch that was saved. Press “Continue” to train on. ' +
    'If it happens again, try a smaller batch size or another backend.',
  cancelled: () => 'Cancelled by a newer request.',
  failed: ({ detail }) =>
    `Something unexpected went wrong: ${detail}. Try again; if it happens again, choose another backend.`,
};

const ko: Wordings = {
  backendUnavailable: ({ backend }) =>
    `이 브라우저에서는 ${josa(backends[backend], '을/를')} 쓸 수 없어요. 다른 백엔드나 “자동”을 선택하세요.`,
  deviceLost: ({ reason }) =>
    `그래픽 장치와의 연결이 끊겼어요(${reason}). 마지막 에포크의 가중치는 남아 있어요. ` +
    '학습이 저절로 이어지지 않으면 “이어서 학습”을 누르세요.',
  deviceReplaced: ({ reason, count, epochs, backend }) =>
    `그래픽 장치와의 연결이 끊겼어요(${reason})${count === 1 ? '' : `. 이번 학습에서 ${count}번째예요`}. ` +
    `학습은 ${backends[backend]}에서 저절로 이어져요. ` +
    (epochs === 0
      ? '아직 끝난 에포크가 없어 처음부터 다시 학습해요.'
      : `에포크 ${epochs}의 가중치로 그다음 에포크부터 이어 가요.`),
  gpuError: ({ message }) =>
    `GPU 오류가 발생하여, 잘못된 값이 나오기 전에 학습을 끝냈어요: ${message}. ` +
    '배치 크기를 줄이거나 다른 백엔드를 선택하세요.',
  tooLarge: ({ what, name, bytes, limit, batchSize }) =>
    ({
      weight: `가중치가 이 기기에서 쓰기에 너무 커요. ${name}에 ${josa(amount(bytes), '이/가')} 필요하지만 한도는 ${josa(amount(limit), '이에요/예요')}. `,
      activation: `${name}의 출력이 이 기기에서 쓰기에 너무 커요. 배치마다 ${josa(amount(bytes), '이/가')} 필요하지만 한도는 ${josa(amount(limit), '이에요/예요')}. `,
      total: `모델이 이 기기에서 쓰기에 너무 커요. ${josa(amount(bytes), '이/가')} 필요하지만 쓸 수 있는 양은 ${josa(amount(limit), '이에요/예요')}. `,
    })[what] +
    (batchSize === null
      ? '층의 크기를 줄이거나 일부를 동결하거나 다른 백엔드를 선택하세요.'
      : `배치 크기를 ${batchSize} 이하로 줄이면 돼요.`),
  notANumber: (dead) => deadRunText(dead, 'ko'),
  absurdLoss: (absurd) => absurdLossText(absurd, 'ko'),
  stuckLoss: (stuck) => stuckLossText(stuck, 'ko'),
  dataMismatch: (data) => mismatchText(data, 'ko'),
  dataUnfit: (data) => unfitText(data, 'ko'),
  notRunnable: ({ inputs, outputs }) =>
    inputs === 0 && outputs === 0
      ? '아직 실행할 수 있는 모델이 없어요. 캔버스에 표시된 문제를 먼저 해결하세요.'
      : `모델에 해결할 문제가 있어요. 지금은 입력 ${inputs}개, 출력 ${outputs}개예요. 캔버스에 표시된 문제를 먼저 해결하세요.`,
  datasetUnavailable: ({ dataset, detail }) =>
    ownDataGoneText(detail === '' ? dataset : '', 'ko') ??
    `데이터셋 ${josa(`“${datasetName(dataset, 'ko')}”`, '을/를')} 불러올 수 없어요${detail === '' ? '' : ` (${detail})`}. 다른 데이터셋을 선택하거나 페이지를 새로 고치세요.`,
  badImage: ({ name, detail }) =>
    `${josa(`“${name}”`, '은/는')} 이 브라우저에서 읽을 수 있는 이미지가 아니에요${detail === '' ? '' : ` (${detail})`}. PNG, JPEG, WebP 파일을 사용하세요.`,
  storageFull: ({ needed }) =>
    `브라우저 저장 공간이 가득 찼어요. 이 학습을 저장하려면 ${josa(amount(needed), '이/가')} 더 필요해요. ` +
    '학습은 계속되지만 페이지를 새로 고치면 사라져요. 프로젝트를 삭제하거나 디스크 공간을 확보하세요.',
  checkpointMismatch: () => '저장된 가중치가 지금 모델과 맞지 않아요. 변경을 되돌리거나 처음부터 다시 학습하세요.',
  keptNames: ({ layer, className, format, instead }) =>
    `${josa(`“${layer}”`, '은/는')} 계산할 브릭이 없는 ${className} 층이고, 파일에 ${format} 형식에서 쓸 가중치 이름이 없어요. ${instead} 형식으로 저장하거나 브릭으로 바꾸세요.`,
  notTrained: () => '학습된 가중치가 없어요. 먼저 학습하거나 가중치 파일을 여세요. 무작위 가중치는 저장하지 않아요.',
  weightsMissing: ({ id, bytes }) =>
    `사전 학습 가중치 ${josa(`“${id}”`, '이/가')} 아직 이 기기에 없어요${bytes === null ? '' : ` (${amount(bytes)})`}. ` +
    '가중치를 내려받거나, 파일을 직접 선택하거나, 무작위 가중치로 바꾸세요.',
  weightsMismatch: ({ name, report }) =>
    `${name}의 가중치는 다른 모델의 가중치예요. 일치하는 텐서 ${report.loaded.length}개, 없는 텐서 ${report.missing.length}개, ` +
    `형태가 다른 텐서 ${report.wrongShape.length}개예요. 모델은 바꾸지 않았어요. 이 모델 구조에 맞는 파일을 선택하거나 ` +
    'alpha, 입력 크기, 분류기 포함 여부를 확인하세요.',
  weightsByOrder: ({ name, report }) =>
    `${name}의 가중치가 어느 층의 가중치인지는 순서로만 알 수 있어요. 형태가 같은 층: ${groupsText(report)}. ` +
    '바뀐 것은 없어요. 바로 이 모델의 파일이라면 이 순서대로 넣고, 아니라면 모델 전체가 들어 있는 .keras, .h5, model.json 파일을 선택하세요.',
  weightsUnreadable: ({ trouble }) => weightFileText(trouble, 'ko'),
  startNotKept: ({ name, bytes }) =>
    `모델에 ${name}의 가중치를 넣었지만 파일은 이 기기에 저장하지 못했어요. ${josa(amount(bytes), '이/가')} 필요해요. ` +
    '페이지를 새로 고치면 가중치가 사라져요. 다른 가중치나 프로젝트를 삭제한 다음 파일을 다시 여세요.',
  startGone: ({ name }) =>
    `이 모델의 가중치 파일 ${josa(name, '이/가')} 이 기기에서 삭제되었어요. 파일을 다시 여세요. 그전까지는 초기 가중치로 시작해요.`,
  weightsDamaged: () =>
    '이 모델의 학습된 가중치가 브라우저 저장 공간에서 손상되어 읽을 수 없어요. ' +
    '프로젝트의 나머지는 그대로예요. 다시 학습하거나 가중치 파일을 여세요.',
  notSpatial: ({ layer }) =>
    `${layer}의 출력에는 예측과 이어지는 위치 정보가 없어요. 헤드 앞의 합성곱 층이나 풀링 층을 선택하세요.`,
  partMissing: ({ address }) => shellWords.ko.partMissing(address),
  libraryChanged: ({ part }) =>
    `이 DeepBrick은 커널이 기준으로 삼는 버전이 아닌 TensorFlow.js로 빌드되어(${josa(part, '이/가')} 없거나 바뀜) 계산 결과가 틀릴 수 있어요. ` +
    '다른 백엔드를 선택하거나, “npm ci”로 package.json에 적힌 버전을 설치하고 페이지를 다시 빌드하세요.',
  workerEnded: ({ how, detail }) =>
    (how === 'crashed'
      ? `메모리 부족 등으로 엔진이 저절로 종료됐어요${detail === '' ? '' : `(${detail})`}. `
      : '엔진이 응답하지 않아 종료했어요. ') +
    '새 엔진을 시작했고, 가중치는 마지막으로 저장된 에포크의 것이에요. 학습을 이어 가려면 “이어서 학습”을 누르세요. ' +
    '다시 일어나면 배치 크기를 줄이거나 다른 백엔드를 선택하세요.',
  cancelled: () => '새 요청이 들어와 이전 요청을 취소했어요.',
  failed: ({ detail }) =>
    `예상하지 못한 문제가 생겼어요: ${detail}. 다시 시도하세요. 계속되면 다른 백엔드를 선택하세요.`,
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** Engine trouble in one sentence or two: what was expected, what came, the way out. */
export function engineTroubleText(error: EngineTrouble, language: Language): string {
  const word = wordings[language][error.code] as (data: EngineTrouble['data']) => string;
  return word(error.data);
}
