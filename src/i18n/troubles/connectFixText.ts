import type { ConnectFix } from '../../document/edits';
import type { Library } from '../../document/template';
import { brickName } from '../brickName';
import { shortName } from '../inView';
import type { Language } from '../words';

/** What the button says that makes the wire after all. */
export function connectFixText(fix: ConnectFix, library: Library | undefined, language: Language): string {
  if (fix.kind === 'replace')
    return language === 'en'
      ? `Replace the wire from ${shortName(fix.edge.from)}`
      : `${shortName(fix.edge.from)}에서 온 연결 바꾸기`;
  const brick = brickName(fix.brick, language, library);
  return language === 'en' ? `Insert ${brick}` : `${brick} 끼워 넣기`;
}
