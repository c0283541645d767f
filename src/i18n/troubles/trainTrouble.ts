import type { TrainTrouble } from '../../editor/run/trainTrouble';
import { dataTroubleText } from './dataTrouble';
import { ownDataGoneText } from '../datasetNames';
import { type Language, defineWords } from '../words';

const trainWords = defineWords({
  en: {
    emptyModel: 'There is no model yet. Put bricks on the canvas, or open a template.',
    notRunnable: 'The model is not complete. See Problems.',
    unknownDataset: (dataset: string) => `This version has no dataset “${dataset}”. Choose another one in Training.`,
    photosWanted: 'This model is for photos of your own: bring some under Photos…, one folder for each class.',
    classesTooMany: (units: number, classes: number) =>
      `The model tells ${units} classes apart, but the photos have ${classes}. Give it a new top, or one unit for each class: the buttons are in Training.`,
    tooFewForBatch: (batch: number, samples: number) =>
      `A batch takes ${batch} samples, but there are only ${samples} to train. Lower the input’s batch size or the validation split.`,
    nothingTrainable: 'All bricks are frozen, so there is nothing to train. Unfreeze at least one brick with weights.',
  },
  ko: {
    emptyModel: '아직 모델이 없어요. 캔버스에 브릭을 놓거나 템플릿을 여세요.',
    notRunnable: '모델이 완성되지 않았어요. 문제 목록을 확인하세요.',
    unknownDataset: (dataset: string) =>
      `이 버전에는 “${dataset}” 데이터셋이 없어요. 학습 패널에서 다른 데이터셋을 선택하세요.`,
    photosWanted: '내 사진으로 학습하는 모델이에요. “사진…”에서 클래스마다 폴더 하나씩 가져오세요.',
    classesTooMany: (units: number, classes: number) =>
      `모델은 클래스 ${units}개를 구분하는데 사진의 클래스는 ${classes}개예요. 학습 패널의 버튼으로 헤드를 새로 붙이거나 클래스마다 유닛 하나를 두세요.`,
    tooFewForBatch: (batch: number, samples: number) =>
      `배치 하나에 샘플 ${batch}개가 필요한데 학습용 샘플은 ${samples}개뿐이에요. 입력의 배치 크기나 검증 비율을 줄이세요.`,
    nothingTrainable: '모든 브릭이 동결되어 학습할 가중치가 없어요. 가중치가 있는 브릭을 하나 이상 동결 해제하세요.',
  },
});

/** Why the model cannot be trained now; `photos`: it is for photos, and others than those of its own are chosen. */
export function trainTroubleText(trouble: TrainTrouble, dataset: string, language: Language, photos = false): string {
  const words = trainWords[language];
  switch (trouble.code) {
    case 'data':
      if (photos && trouble.trouble.code === 'outputMisfit') return words.photosWanted;
      return dataTroubleText(trouble.trouble, dataset, language);
    case 'unknownDataset':
      return ownDataGoneText(trouble.dataset, language) ?? words.unknownDataset(trouble.dataset);
    case 'tooFewForBatch':
      return words.tooFewForBatch(trouble.batch, trouble.samples);
    case 'classesTooMany':
      return words.classesTooMany(trouble.units, trouble.classes);
    default:
      return words[trouble.code];
  }
}
