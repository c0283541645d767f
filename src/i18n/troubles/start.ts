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
    case 'link':
      return projectsWords[language][trouble.data.code];
    case 'linkDocument':
      return parseTroubleText(trouble.data, language);
  }
}
