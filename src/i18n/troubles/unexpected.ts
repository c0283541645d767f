import type { CommandId } from '../../editor/commands/commandId';
import { commandTexts } from '../commands';
import type { Language } from '../words';

/** Something failed that nothing was prepared for, in a command or elsewhere: what, what the browser says, what to do. */
export function unexpectedText(error: unknown, language: Language, command?: CommandId): string {
  const detail = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  if (language === 'en') {
    const what = command === undefined ? 'Something on this page' : `“${commandTexts[command].en}”`;
    return `${what} did not work: ${detail}. Your work is kept in this browser; try again, or load the page again.`;
  }
  const what = command === undefined ? '이 페이지의 작업을' : `“${commandTexts[command].ko}” 명령을`;
  return `${what} 끝내지 못했어요: ${detail}. 작업한 내용은 이 브라우저에 남아 있으니 다시 시도하거나 페이지를 다시 불러오세요.`;
}
