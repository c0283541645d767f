import type { Fix } from '../../../document/fix';
import type { Library } from '../../../document/template';
import { brickName } from '../../brickName';
import { datasetName } from '../../datasetNames';
import { inView } from '../../inView';
import { rateText } from '../../numbers';
import type { Language } from '../../words';
import { josa } from '../../korean/josa';

/** What the button of a fix says. */
export function fixText(whole: Fix, language: Language, library?: Library): string {
  const fix = inView(whole);
  const english = language === 'en';
  switch (fix.kind) {
    case 'insert': {
      const brick = brickName(fix.brick, language, library);
      return english ? `Insert ${brick}` : `${brick} 끼워 넣기`;
    }
    case 'setParam':
      return english ? `Set ${fix.param} to ${valueText(fix.value)}` : `${fix.param} = ${valueText(fix.value)} 적용`;
    case 'setInner':
      return english ? `Set ${fix.param} inside to ${fix.value}` : `안의 ${fix.param} = ${fix.value} 적용`;
    case 'addInput': {
      const brick = brickName(fix.brick, language, library);
      return english ? `Add ${brick}` : `${brick} 추가`;
    }
    case 'remove':
      return english ? `Remove ${fix.node}` : `${fix.node} 삭제`;
    case 'append': {
      const brick = brickName(fix.brick, language, library);
      const [value] = Object.values(fix.params);
      return english ? `Append ${brick} ${value}` : `${brick} ${value} 덧붙이기`;
    }
    case 'setLoss':
      return english ? `Set the loss to ${fix.loss}` : `손실 함수 = ${fix.loss} 적용`;
    case 'exchange': {
      const brick = brickName(fix.brick, language, library);
      const sizes = Object.values(fix.params)
        .map((size) => (typeof size === 'string' ? size : size.join('×')))
        .join(', ');
      return english ? `Replace by ${brick} ${sizes}` : `${brick} ${josa(sizes, '으로/로')} 바꾸기`;
    }
    case 'bringPhotos':
      return english ? 'Bring photos…' : '사진 가져오기…';
    case 'newHead':
      return english ? 'New head for these photos' : '이 사진에 맞는 새 헤드 붙이기';
    case 'photosTemplate':
      return english ? 'Transfer learning with these photos' : '이 사진으로 전이 학습하기';
    case 'setDataset': {
      const dataset = datasetName(fix.dataset, language);
      return english ? `Train on ${dataset}` : `데이터셋 = ${dataset} 적용`;
    }
    case 'setOptimizer':
      return english ? `Train with ${fix.name}` : `옵티마이저 = ${fix.name} 적용`;
    case 'setLearningRate':
      return english ? `Set the learning rate to ${rateText(fix.rate)}` : `학습률 = ${rateText(fix.rate)} 적용`;
    case 'setBatchSize':
      return english ? `Set the batch size to ${fix.batchSize}` : `배치 크기 = ${fix.batchSize} 적용`;
    case 'setPreprocessing':
      return english ? `Preprocess images: ${fix.preprocessing}` : `이미지 준비 = ${fix.preprocessing} 적용`;
    case 'ownWeights':
      return english ? `Give ${fix.node} weights of its own` : `${fix.node}에 별도의 가중치 주기`;
    case 'disconnect':
      return english ? `Disconnect ${fix.from} → ${fix.to}` : `${fix.from} → ${fix.to} 연결 끊기`;
  }
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
