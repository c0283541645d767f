import { Command as List } from 'cmdk';
import { useState } from 'react';
import type { Command } from '../../../editor/commands/command';
import type { Exporter } from '../../../exporters/exporter';
import { commandTexts } from '../../../i18n/commands';
import { commandWords } from '../../../i18n/commandGroups';
import { useLanguage, useServices, useWords } from '../../services';
import styles from './CommandPalette.module.css';
import { Keys } from '../../kit/Keys';
import { groups } from './groups';
import { useTypedAhead } from '../../kit/typedAhead';
import { FoundItem } from './FoundItem';
import { idOf, useFound } from './useFound';

/** `Ctrl+K`: every command by name, in either language. */
export default function CommandPalette() {
  const { commands, session } = useServices();
  const words = useWords(commandWords);
  const language = useLanguage();
  const [search, setSearch] = useTypedAhead();
  const [refused, setRefused] = useState<Command | null>(null);
  const listed = commands.filter((command) => !command.keyOnly && command.id !== 'commands');
  const found = useFound(listed, search);
  const item = (command: Command, enabled: boolean, selectable: boolean, target: Exporter | null = null) => (
    <List.Item
      key={command.id}
      value={command.id}
      disabled={!selectable}
      data-impossible={!enabled}
      className={styles.item}
      onSelect={() => {
        if (!enabled) {
          setRefused(command);
          return;
        }
        session.open(null);
        if (target !== null) session.store.setState({ exportTo: target.id });
        command.run();
      }}
    >
      {commandTexts[command.id][language]}
      {target !== null && <span className={styles.target}>{target.name}</span>}
      {command.keys[0] !== undefined && <Keys shortcut={command.keys[0]} />}
    </List.Item>
  );
  return (
    <List.Dialog
      open
      onOpenChange={(open) => !open && session.open(null)}
      label={words.palette}
      overlayClassName={styles.overlay ?? ''}
      contentClassName={styles.content ?? ''}
      shouldFilter={false}
      loop
    >
      <List.Input
        className={styles.input}
        placeholder={words.search}
        value={search}
        onValueChange={(text) => {
          setSearch(text);
          setRefused(null);
        }}
      />
      <output className={styles.refused}>
        {refused !== null
          ? words.impossible(commandTexts[refused.id][language])
          : search.trim() !== '' && found.length === 0 && words.nothing}
      </output>
      <List.List className={styles.list} label={words.palette}>
        {search.trim() === '' ? (
          groups.map((group) => (
            <List.Group key={group} heading={words[group]} className={styles.group}>
              {listed
                .filter((command) => command.group === group)
                .map((command) => item(command, command.enabled(), command.enabled()))}
            </List.Group>
          ))
        ) : (
          <>
            {/* What was meant but cannot run says so when it is chosen; nothing else runs instead. */}
            {found.map((one, place) =>
              one.kind === 'command' ? (
                item(one.command, one.enabled, one.enabled || place === 0, one.target)
              ) : (
                <FoundItem key={idOf(one)} found={one} />
              ),
            )}
          </>
        )}
      </List.List>
    </List.Dialog>
  );
}
