import { Command as List } from 'cmdk';
import { appendBrick } from '../../../editor/building/placeBrick';
import { canvasActions } from '../../../editor/commands/canvasActions';
import { commandWords } from '../../../i18n/commandGroups';
import { useOpenTemplate } from '../../gallery/useOpenTemplate';
import { entryName } from '../../palette/entries';
import { useLanguage, useServices, useWords } from '../../services';
import styles from './CommandPalette.module.css';
import type { Found } from './searchEverything';
import { idOf } from './useFound';

/** A template that opens, or a brick that is added behind what is selected. */
export function FoundItem({ found }: { readonly found: Exclude<Found, { kind: 'command' }> }) {
  const { editor, session } = useServices();
  const words = useWords(commandWords);
  const language = useLanguage();
  const open = useOpenTemplate();
  const name =
    found.kind === 'brick'
      ? entryName(found.entry, language)
      : ((language === 'ko' ? found.template.names?.ko : undefined) ?? found.template.title);
  return (
    <List.Item
      value={idOf(found)}
      className={styles.item}
      onSelect={() => {
        session.open(null);
        if (found.kind === 'template') {
          void open({ template: found.template, options: {}, weights: 'random' });
          return;
        }
        const { brick, preset } = found.entry;
        canvasActions()?.reveal(appendBrick(editor, brick.type, preset));
      }}
    >
      {found.kind === 'brick' ? words.addBrick(name) : words.openTemplate(name)}
    </List.Item>
  );
}
