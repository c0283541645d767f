import type { WeightFileTrouble } from '../../formats/weights/weightFile';
import type { Language } from '../words';
import { josa } from '../korean/josa';

type Code = WeightFileTrouble['code'];
type Data<C extends Code> = Extract<WeightFileTrouble, { code: C }>;
type Wordings = { readonly [C in Code]: (data: Data<C>) => string };

const formats = '.h5, .weights.h5, .keras, model.json';

/** `2.1 GB`; files lie, so it can be any number. */
const gigabytes = (bytes: number) => `${bytes >= 1e15 ? '> 1,000,000' : (bytes / 1e9).toFixed(1)} GB`;

const en: Wordings = {
  notWeights: ({ name }) =>
    `“${name}” contains no readable weights. Choose a Keras file (.h5, .weights.h5, .keras), or a TensorFlow.js model.json with its shards or as a zip.`,
  gitLfs: ({ name }) =>
    `“${name}” is Git LFS’s pointer to the file, not the file itself. Fetch it with git lfs pull, or download it from the page of its repository.`,
  truncated: ({ name }) =>
    `“${name}” is not complete: its end is missing, or it is damaged. Download or copy it again.`,
  graphModel: ({ name }) =>
    `“${name}” is a graph model without layers, so its weights cannot be used. Convert the model with tensorflowjs_converter --output_format=tfjs_layers_model, or choose ${formats}.`,
  missingShard: ({ name, shard }) =>
    `“${name}” needs the file “${shard}”, which is not there. Choose model.json and all its shards together, or a zip of the folder.`,
  wrongHash: ({ name, expected, got }) =>
    `“${name}” is not the expected file: its hash is ${got}, but ${expected} was expected. Download it again, or add it under “Your own files”.`,
  unsupportedType: ({ name, type }) =>
    `“${name}”: values of type ${type} cannot be read. Save the model with float32 weights.`,
  pickleCall: ({ name, called }) =>
    `“${name}” would run ${called} when it is loaded, and nothing of it was run. Save the weights alone: torch.save(model.state_dict(), …), or as .safetensors.`,
  oldPickle: ({ name }) =>
    `“${name}” is in PyTorch's format from before 1.6. Load it there and save it again: torch.save(model.state_dict(), …), or as .safetensors.`,
  tooDeep: ({ name, most }) =>
    `“${name}” has groups in groups, or in themselves, deeper than ${most}: no model has, and it was not read further. Save the model again with Keras.`,
  tooMany: ({ name, most }) =>
    `“${name}” has more than ${most.toLocaleString('en-US')} parts: no model has, and it was not read further. Save the model again with Keras.`,
  tooLarge: ({ name, bytes, most }) =>
    `“${name}” says that it holds ${gigabytes(bytes)} where at most ${gigabytes(most)} can be read. Choose a smaller model, or save it again: Keras does not pack weights.`,
  noAnswer: ({ name, seconds }) =>
    `Reading “${name}” came to no end: for ${seconds} seconds nothing was heard, so it was ended. The file is damaged. Download or copy it again.`,
  gone: ({ name }) =>
    `“${name}” can no longer be read: it was moved, changed or deleted since it was chosen. Choose it again.`,
  noReader: ({ name }) =>
    `“${name}” was not read, because the part of the program that reads files did not start. Check the connection to the server, reload, then choose the file again.`,
};

const ko: Wordings = {
  notWeights: ({ name }) =>
    `“${name}”에는 읽을 수 있는 가중치가 없어요. Keras 파일(.h5, .weights.h5, .keras)이나 TensorFlow.js의 model.json과 그 조각 파일 또는 zip을 선택하세요.`,
  gitLfs: ({ name }) =>
    `${josa(`“${name}”`, '은/는')} 실제 파일이 아니라 Git LFS가 남긴 포인터예요. git lfs pull로 받거나 저장소 페이지에서 내려받으세요.`,
  truncated: ({ name }) => `“${name}” 파일이 완전하지 않아요. 끝이 잘렸거나 손상되었어요. 다시 내려받거나 복사하세요.`,
  graphModel: ({ name }) =>
    `${josa(`“${name}”`, '은/는')} 그래프 모델이라 가중치를 가져올 층이 없어요. tensorflowjs_converter --output_format=tfjs_layers_model로 변환하거나 ${formats} 파일을 선택하세요.`,
  missingShard: ({ name, shard }) =>
    `“${name}”에 필요한 “${shard}” 파일이 없어요. model.json과 모든 조각 파일을 함께 선택하거나 폴더를 zip으로 묶으세요.`,
  wrongHash: ({ name, expected, got }) =>
    `${josa(`“${name}”`, '은/는')} 예상한 파일이 아니에요. 해시가 ${josa(expected, '이어야/여야')} 하는데 ${josa(got, '이에요/예요')}. 다시 내려받거나 “직접 선택한 파일”로 추가하세요.`,
  unsupportedType: ({ name, type }) =>
    `“${name}”: ${type} 형식의 값은 읽을 수 없어요. 모델을 float32 가중치로 저장하세요.`,
  pickleCall: ({ name, called }) =>
    `“${name}” 파일은 읽을 때 ${josa(called, '을/를')} 실행하게 되어 있어 아무것도 실행하지 않았어요. torch.save(model.state_dict(), …)나 .safetensors로 가중치만 저장하세요.`,
  oldPickle: ({ name }) =>
    `${josa(`“${name}”`, '은/는')} PyTorch 1.6 이전의 형식이에요. PyTorch에서 연 다음 torch.save(model.state_dict(), …)나 .safetensors로 다시 저장하세요.`,
  tooDeep: ({ name, most }) =>
    `“${name}” 파일은 그룹 안의 그룹이 ${most}단계보다 깊거나 자기 자신을 담고 있어요. 그런 모델은 없으므로 더 읽지 않았어요. Keras에서 모델을 다시 저장하세요.`,
  tooMany: ({ name, most }) =>
    `“${name}” 파일에 든 항목이 ${most.toLocaleString('ko-KR')}개보다 많아요. 그런 모델은 없으므로 더 읽지 않았어요. Keras에서 모델을 다시 저장하세요.`,
  tooLarge: ({ name, bytes, most }) =>
    `“${name}” 파일에는 ${josa(gigabytes(bytes), '이/가')} 들어 있다고 적혀 있지만, 읽을 수 있는 한도는 ${josa(gigabytes(most), '이에요/예요')}. 더 작은 모델을 선택하거나 다시 저장하세요. Keras는 가중치를 압축하지 않아요.`,
  noAnswer: ({ name, seconds }) =>
    `“${name}” 읽기가 끝나지 않아요. ${seconds}초 동안 아무 응답이 없어 멈추었어요. 파일이 손상되었어요. 다시 내려받거나 복사하세요.`,
  gone: ({ name }) =>
    `“${name}” 파일을 더는 읽을 수 없어요. 선택한 뒤에 옮겨졌거나 바뀌었거나 삭제되었어요. 다시 선택하세요.`,
  noReader: ({ name }) =>
    `파일을 읽는 프로그램이 시작되지 않아 ${josa(`“${name}”`, '을/를')} 읽지 못했어요. 서버 연결을 확인하고 페이지를 새로 고친 다음 파일을 다시 선택하세요.`,
};

const wordings: Readonly<Record<Language, Wordings>> = { en, ko };

/** Why weights cannot be read: what was expected, what came, the way out. */
export function weightFileText(trouble: WeightFileTrouble, language: Language): string {
  const word = wordings[language][trouble.code] as (data: WeightFileTrouble) => string;
  return word(trouble);
}
