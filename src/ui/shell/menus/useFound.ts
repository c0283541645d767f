import { useEffect, useMemo, useState } from 'react';
import type { AnyTemplate } from '../../../document/template';
import type { Command } from '../../../editor/commands/command';
import { useLanguage, useServices } from '../../services';
import { entriesOf } from '../../palette/entries';
import { type Found, searchEverything } from './searchEverything';

/** What a template or a brick is told apart by from a command of the same name. */
export const idOf = (found: Exclude<Found, { kind: 'command' }>) =>
  found.kind === 'template' ? `template ${found.template.id}` : `brick ${found.entry.id}`;

/** Commands, templates and bricks that answer to what was typed; templates once they have come. */
export function useFound(commands: readonly Command[], search: string): readonly Found[] {
  const { library, loadTemplates } = useServices();
  const language = useLanguage();
  const [templates, setTemplates] = useState<readonly AnyTemplate[]>([]);
  useEffect(() => void loadTemplates().then(setTemplates), [loadTemplates]);
  const bricks = useMemo(() => Object.values(library.bricks).flatMap(entriesOf), [library]);
  return searchEverything({ commands, templates, bricks }, search, language);
}
