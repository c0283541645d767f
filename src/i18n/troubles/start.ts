import type { StartTrouble } from '../../editor/opening/start';
import { parseTroubleText } from './parseTrouble';
import { projectsWords } from '../projects';
import type { Language } from '../words';

/** Why the page's address could not be followed; what was open before is open now. */
export function startTroubleText(trouble: StartTrouble, language: Language): string {
  const english = language === 'en';
  switch (trouble.code) {
    case 'unknownTemplate': {
      const { id, known } = trouble.data;
      return english
        ? `There is no template “${id}”. Available templates: ${known.join(', ')}.`
        : `“${id}” 템플릿은 없어요. 사용할 수 있는 템플릿: ${known.join(', ')}.`;
    }
    case 'templateOption': {
      const { option, value } = trouble.data;
      return english
        ? `The template option ${option} does not take “${value}”. Correct the link, or choose the template under Templates.`
        : `템플릿 옵션 ${option}에는 “${value}” 값을 쓸 수 없어요. 링크를 고치거나 템플릿 목록에서 선택하세요.`;
    }
    case 'linkSetting': {
      const { setting, value } = trouble.data;
      return english
        ? `The training setting ${setting} does not take “${value}”. Correct the link, or choose the setting in Training.`
        : `학습 설정 ${setting}에는 “${value}” 값을 쓸 수 없어요. 링크를 고치거나 학습 패널에서 설정하세요.`;
    }
    case 'linkData': {
      const { value, known } = trouble.data;
      return english
        ? `There is no dataset “${value}” in every page. A link can name: ${known.join(', ')}.`
        : `“${value}” 데이터셋은 모든 페이지에 있지 않아요. 링크에 쓸 수 있는 데이터셋: ${known.join(', ')}.`;
    }
    case 'linkLock': {
      const { value, known } = trouble.data;
      return english
        ? `A link cannot lock “${value}”. It can lock: ${known.join(', ')}.`
        : `링크로 “${value}” 항목을 잠글 수는 없어요. 잠글 수 있는 항목: ${known.join(', ')}.`;
    }
    case 'link':
      return projectsWords[language][trouble.data.code];
    case 'linkDocument':
      return parseTroubleText(trouble.data, language);
  }
}
