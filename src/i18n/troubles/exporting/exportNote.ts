import type { ExportNote } from '../../../exporters/exportNote';
import { isPhotos } from '../../../document/training/datasetIds';
import { datasetName } from '../../datasetNames';
import type { Language } from '../../words';

type Code = ExportNote['code'];
type Wordings = { readonly [C in Code]: (note: Extract<ExportNote, { readonly code: C }>) => string };

const words: Readonly<Record<Language, Wordings>> = {
  en: {
    openProblems: ({ data: { problems } }) =>
      problems === 0
        ? 'The model is not finished, so what is written is not complete. Connect the bricks from an input to an output, then export again.'
        : `The model has ${problems === 1 ? 'an open problem' : `${problems} open problems`}, so what is written is not complete. Solve what is shown on the canvas, then export again.`,
    noWeights: ({ data: { reason } }) =>
      ({
        untrained:
          'Nothing is trained yet: the model starts at random and trains by itself there. To take trained weights along, train first, or open them.',
        notHere:
          'The pretrained weights are not here, so they do not go along. Load them first under “Pretrained weights…”, or leave it to the project, whose README says where they come from.',
        chosen: 'The weights stay behind: there the model starts as it does before training.',
        target: 'No weights go along with this target: there the model starts as it does before training.',
      })[reason],
    noData: ({ data: { dataset, reason } }) =>
      isPhotos(dataset) && reason !== 'misfit'
        ? 'The photos stay here. What comes along says in which folders to put them.'
        : {
            elsewhere: `The data (“${datasetName(dataset, 'en')}”) are not here, so they do not go along. What comes along says which file to put where.`,
            misfit: `The data (“${datasetName(dataset, 'en')}”) do not fit the model, so they do not go along. What comes along says which file to put where; or choose other data under “Training”.`,
            chosen: `The data (“${datasetName(dataset, 'en')}”) stay behind. What comes along says which file to put where.`,
            target: `No data go along with this target (“${datasetName(dataset, 'en')}” here). What comes along says which file to put where.`,
          }[reason],
  },
  ko: {
    openProblems: ({ data: { problems } }) =>
      problems === 0
        ? '모델이 완성되지 않아 내용이 완전하지 않아요. 입력부터 출력까지 브릭을 연결한 뒤 다시 내보내세요.'
        : `모델에 해결되지 않은 문제가 ${problems}개 있어 내용이 완전하지 않아요. 캔버스에 표시된 문제를 해결한 뒤 다시 내보내세요.`,
    noWeights: ({ data: { reason } }) =>
      ({
        untrained:
          '아직 학습하지 않아 무작위 값에서 시작해요. 학습은 내보낸 곳에서 할 수 있어요. 학습된 가중치를 담으려면 먼저 학습하거나 가중치를 여세요.',
        notHere:
          '사전 학습 가중치가 없어 담지 않아요. 먼저 “사전 학습 가중치…”에서 불러오거나 README에 적힌 곳에서 받으세요.',
        chosen: '가중치는 담지 않아요. 내보낸 모델은 학습 전 상태에서 시작해요.',
        target: '이 형식에는 가중치를 담지 않아요. 내보낸 모델은 학습 전 상태에서 시작해요.',
      })[reason],
    noData: ({ data: { dataset, reason } }) =>
      isPhotos(dataset) && reason !== 'misfit'
        ? '사진은 담지 않아요. 사진을 넣을 폴더는 내보낸 파일에 적혀 있어요.'
        : {
            elsewhere: `데이터(“${datasetName(dataset, 'ko')}”)가 여기에 없어 담지 않아요. 어떤 파일을 어디에 두어야 하는지 내보낸 파일에 적혀 있어요.`,
            misfit: `데이터(“${datasetName(dataset, 'ko')}”)가 모델에 맞지 않아 담지 않아요. 어떤 파일을 어디에 두어야 하는지 내보낸 파일에 적혀 있어요. 또는 “학습”에서 다른 데이터를 선택하세요.`,
            chosen: `데이터(“${datasetName(dataset, 'ko')}”)는 담지 않아요. 어떤 파일을 어디에 두어야 하는지 내보낸 파일에 적혀 있어요.`,
            target: `이 형식에는 데이터(“${datasetName(dataset, 'ko')}”)를 담지 않아요. 어떤 파일을 어디에 두어야 하는지 내보낸 파일에 적혀 있어요.`,
          }[reason],
  },
};

/** What a person should know about an export, with what to do. */
export function exportNoteText(note: ExportNote, language: Language): string {
  const word = words[language][note.code] as (note: ExportNote) => string;
  return word(note);
}
