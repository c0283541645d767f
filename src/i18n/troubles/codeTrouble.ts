import type {
  ArgumentProblem,
  CodeProblems,
  CodeTrouble,
  TorchvisionDifference,
} from '../../importers/kerasCode/codeError';
import type { Language } from '../words';
import { josa } from '../korean/josa';

type Words = { readonly [C in keyof CodeProblems]: (data: CodeProblems[C]) => string };

const problems: Readonly<
  Record<Language, Readonly<Record<ArgumentProblem, (callee: string, argument: string) => string>>>
> = {
  en: {
    missing: (callee, argument) => `${callee}(…) needs ${argument}; give it a value.`,
    tooMany: (callee, argument) => `${callee}(…) does not take ${argument} values without names; name them.`,
    unknown: (callee, argument) => `${callee}(…) does not take ${argument}; leave it out.`,
    twice: (callee, argument) => `${callee}(…) is given ${argument} twice; leave one out.`,
    value: (callee, argument) => `${callee} does not take ${argument}; give it another value.`,
  },
  ko: {
    missing: (callee, argument) => `${callee}(…)에 ${argument} 값이 필요해요. 값을 넣으세요.`,
    tooMany: (callee, argument) =>
      `${josa(`${callee}(…)`, '은/는')} 이름 없는 값을 ${argument}개까지 받지 않아요. 이름을 붙이세요.`,
    unknown: (callee, argument) =>
      `${josa(`${callee}(…)`, '은/는')} ${josa(argument, '을/를')} 받지 않아요. 삭제하세요.`,
    twice: (callee, argument) => `${callee}(…)에 ${josa(argument, '이/가')} 두 번 있어요. 하나를 삭제하세요.`,
    value: (callee, argument) => `${callee}에 ${josa(argument, '을/를')} 넣을 수 없어요. 다른 값을 넣으세요.`,
  },
};

const differences: Readonly<Record<Language, Readonly<Record<TorchvisionDifference, string>>>> = {
  en: {
    padding:
      'It is not Keras’s MobileNetV2, which pads otherwise and has another epsilon: start from that under Templates, or paste the class with its layers.',
    averages:
      'It is not Keras’s InceptionV3, whose averages leave padding out: start from that under Templates, or paste the class with its layers.',
    missing:
      'There is no such network here: paste the class with its layers, or start from another one under Templates.',
  },
  ko: {
    padding:
      'Keras의 MobileNetV2와는 패딩과 epsilon이 달라요. 템플릿의 MobileNetV2에서 시작하거나, 층이 있는 클래스를 붙여 넣으세요.',
    averages:
      'Keras의 InceptionV3와는 평균에 패딩을 넣는지가 달라요. 템플릿의 InceptionV3에서 시작하거나, 층이 있는 클래스를 붙여 넣으세요.',
    missing: '여기에는 없는 네트워크예요. 층이 있는 클래스를 붙여 넣거나, 템플릿의 다른 네트워크에서 시작하세요.',
  },
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    syntax: ({ text }) => `“${text}” is no code that can be read. Are brackets or quotes missing?`,
    tooDeep: ({ limit }) => `too much lies inside each other (more than ${limit} deep). Write it flatter.`,
    tooLong: ({ limit }) => `this takes more than ${limit} steps. Does the loop end? Leave out what builds no model.`,
    unknownName: ({ name }) => `nothing is called ${name}. Paste the lines that make it, too.`,
    unknownValue: ({ name, wanted, from }) =>
      `${wanted} needs the value of ${name}${from === '' || from === name ? '' : ` (from ${from})`}, which the text does not say. Say it: --set ${name}=… on the command line, or write it into the code.`,
    operands: ({ operator, left, right }) => `${left} ${operator} ${right} cannot be computed. Are the values right?`,
    unread: ({ what }) => `“${what}” builds no model here. Leave it out.`,
    notCallable: ({ name }) => `${name} is called, but is no function or layer. Is a name used twice?`,
    argument: ({ callee, argument, problem }) => problems.en[problem](callee, argument),
    attribute: ({ object, name }) => `${object} has no ${name}. Is the name right?`,
    index: ({ object, index }) => `${object} has nothing at ${index}. Is it long enough?`,
    raised: ({ text }) => `the code ends here with an error of its own: ${text}`,
    notTensor: ({ layer, got }) =>
      `${layer} needs a layer or its output, and got ${got}. Paste the lines that make it, too.`,
    noLayer: ({ name, known }) => `no layer is called ${name}; there are ${known.join(', ')}.`,
    disconnected: ({ model }) =>
      `the outputs of ${model} need an input that is not among its inputs. Name all of them.`,
    torchvision: ({ name, differs }) =>
      `the layers of torchvision’s ${name}(…) are not in this text. ${differences.en[differs]}`,
    publishedWeights: ({ name }) =>
      `torchvision’s weights of ${name}(…) are not in this text, so they start at random. Drop their file (.pth) on the page once the model is open.`,
    skipped: ({ name }) =>
      `whether ${name} holds, or how often, the text does not say. If it belongs to the model, say it: --set.`,
    noInput: ({ model }) =>
      `nothing says what goes into ${model}. Put keras.Input(shape) first, or call build(input_shape).`,
  },
  ko: {
    syntax: ({ text }) =>
      `${josa(`“${text}”`, '을/를')} 코드로 읽을 수 없어요. 괄호나 따옴표가 빠지지 않았는지 확인하세요.`,
    tooDeep: ({ limit }) => `너무 깊이 겹쳐 있어요(${limit}단계 초과). 더 얕게 쓰세요.`,
    tooLong: ({ limit }) =>
      `${limit}단계를 넘게 걸려요. 반복문이 끝나는지 확인하고, 모델을 만들지 않는 부분은 삭제하세요.`,
    unknownName: ({ name }) => `${josa(name, '이라는/라는')} 이름이 없어요. 이것을 만드는 줄도 함께 붙여 넣으세요.`,
    unknownValue: ({ name, wanted, from }) =>
      `${wanted}에 필요한 ${name}의 값${from === '' || from === name ? '' : `(${from})`}: 텍스트에 없어요. 명령줄에서 --set ${name}=…으로 알려 주거나 코드에 적으세요.`,
    operands: ({ operator, left, right }) =>
      `${left} ${operator} ${josa(right, '을/를')} 계산할 수 없어요. 값이 맞는지 확인하세요.`,
    unread: ({ what }) => `${josa(`“${what}”`, '은/는')} 모델을 만들지 않아요. 삭제하세요.`,
    notCallable: ({ name }) =>
      `${josa(name, '을/를')} 호출했지만 함수나 층이 아니에요. 같은 이름을 두 번 쓰지 않았는지 확인하세요.`,
    argument: ({ callee, argument, problem }) => problems.ko[problem](callee, argument),
    attribute: ({ object, name }) => `${object}에 ${josa(name, '이/가')} 없어요. 이름이 맞는지 확인하세요.`,
    index: ({ object, index }) => `${object}의 ${index}에는 값이 없어요. 길이가 맞는지 확인하세요.`,
    raised: ({ text }) => `코드가 여기에서 오류를 일으켜요: ${text}`,
    notTensor: ({ layer, got }) =>
      `${layer}에는 층이나 층의 출력이 필요한데 ${josa(got, '이/가')} 왔어요. 이것을 만드는 줄도 함께 붙여 넣으세요.`,
    noLayer: ({ name, known }) => `${josa(name, '이라는/라는')} 층이 없어요. 있는 층: ${known.join(', ')}.`,
    disconnected: ({ model }) => `${model}의 출력에 필요한 입력이 모델의 입력에 없어요. 모두 적으세요.`,
    torchvision: ({ name, differs }) =>
      `torchvision의 ${name}(…)에 있는 층이 이 텍스트에 없어요. ${differences.ko[differs]}`,
    publishedWeights: ({ name }) =>
      `torchvision의 ${name}(…) 가중치는 이 텍스트에 없어 무작위로 시작해요. 모델을 연 다음 가중치 파일(.pth)을 화면에 놓으세요.`,
    skipped: ({ name }) =>
      `${josa(name, '이/가')} 맞는지, 몇 번인지 텍스트에 없어요. 모델에 필요하면 --set으로 알려 주세요.`,
    noInput: ({ model }) =>
      `${model}에 무엇이 들어오는지 알 수 없어요. 맨 앞에 keras.Input(shape)을 넣거나 build(input_shape)를 호출하세요.`,
  },
};

/** What is wrong with code, with its line. */
export function codeTroubleText({ code, line, data }: CodeTrouble, language: Language): string {
  const said = (words[language][code] as (data: unknown) => string)(data);
  if (line === 0) return said;
  return language === 'en' ? `Line ${line}: ${said}` : `${line}번째 줄: ${said}`;
}
