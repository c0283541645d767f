import { defineWords } from '../words';

export const codeWords = defineWords({
  en: {
    code: 'Code',
    copy: 'Copy',
    copied: 'The code is on the clipboard.',
    notCopied: 'The browser does not let the page use the clipboard. Select the code and copy it by hand.',
    download: (file: string) => `Download ${file}`,
    project: 'Download project',
    collecting: 'Collecting the weights…',
    packing: 'Packing…',
    downloaded: (file: string, size: string) => `${file} (${size}) was downloaded.`,
    projectFailed: (reason: string) => `The project could not be packed: ${reason}`,
    untrained: 'The model is not trained yet: the project comes with the architecture, and trains by itself.',
    incomplete: 'The model has open problems: this code is not complete.',
  },
  ko: {
    code: '코드',
    copy: '복사',
    copied: '코드를 클립보드에 복사했습니다.',
    notCopied: '브라우저가 클립보드 사용을 막았습니다. 코드를 선택하여 직접 복사하십시오.',
    download: (file: string) => `${file} 내려받기`,
    project: '프로젝트 내려받기',
    collecting: '가중치를 모으는 중…',
    packing: '압축하는 중…',
    downloaded: (file: string, size: string) => `${file} (${size}) 파일을 내려받았습니다.`,
    projectFailed: (reason: string) => `프로젝트를 만들지 못했습니다: ${reason}`,
    untrained: '아직 학습하지 않은 모델이라 구조만 담깁니다. 내려받은 프로젝트에서 직접 학습할 수 있습니다.',
    incomplete: '모델에 해결되지 않은 문제가 있어 코드가 완전하지 않습니다.',
  },
});
