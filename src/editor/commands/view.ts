import type { Language } from '../../brick/brick';
import { type CanvasActions, type WalkDirection, canvasActions, pageActions } from './canvasActions';
import type { Command } from './command';
import type { Theme } from '../preferences';
import { type CommandServices, command, selected } from './services';

export function viewCommands(services: CommandServices): readonly Command[] {
  const { editor, session, preferences } = services;
  const state = () => editor.store.getState();
  const onCanvas = () => canvasActions() !== null;
  const onPage = () => pageActions() !== null;
  const canvas = (act: (actions: CanvasActions) => void) => () => {
    const actions = canvasActions();
    if (actions) act(actions);
  };
  const walk = (direction: WalkDirection) => canvas((actions) => actions.walk(direction));
  const walking = {
    inCanvas: true,
    keyOnly: true,
    enabled: () => state().towers.items.size > 0 && onCanvas(),
  } as const;
  const theme = (theme: Theme) => () => preferences.setState({ theme });
  const language = (language: Language) => () => preferences.setState({ language });
  const speaks = (language: Language) => ({ enabled: () => preferences.getState().language === language });

  const nextProblem = () => {
    const { plan, towers } = state();
    const places = [
      ...new Set(plan.issues.flatMap(({ where }) => (where === null ? [] : (towers.itemOf.get(where) ?? [])))),
    ];
    if (places.length === 0) {
      session.show('problems');
      return;
    }
    const present = places.indexOf(selected(services)[0] ?? '');
    const next = places[(present + 1) % places.length]!;
    editor.select([next]);
    canvasActions()?.reveal(next);
  };

  return [
    command(
      'view',
      'fit',
      canvas((actions) => actions.fit()),
      { keys: ['1'], enabled: onCanvas },
    ),
    command(
      'view',
      'zoomIn',
      canvas((actions) => actions.zoomIn()),
      { keys: ['+', '='], enabled: onCanvas },
    ),
    command(
      'view',
      'zoomOut',
      canvas((actions) => actions.zoomOut()),
      { keys: ['-'], enabled: onCanvas },
    ),
    command('view', 'minimap', () => preferences.setState(({ minimap }) => ({ minimap: !minimap })), { keys: ['M'] }),
    command('view', 'palette', () => preferences.setState(({ paletteOpen }) => ({ paletteOpen: !paletteOpen }))),
    command('view', 'inspector', () =>
      preferences.setState(({ inspectorOpen }) => ({ inspectorOpen: !inspectorOpen })),
    ),
    command('view', 'toCanvas', () => pageActions()?.toCanvas(), { enabled: onPage }),
    command('view', 'nextArea', () => pageActions()?.nextArea(1), { keys: ['F6'], inText: true, enabled: onPage }),
    command('view', 'previousArea', () => pageActions()?.nextArea(-1), {
      keys: ['Shift+F6'],
      inText: true,
      enabled: onPage,
    }),
    command('view', 'walkUp', walk('up'), { ...walking, keys: ['ArrowUp'] }),
    command('view', 'walkDown', walk('down'), { ...walking, keys: ['ArrowDown'] }),
    command('view', 'walkLeft', walk('left'), { ...walking, keys: ['ArrowLeft'] }),
    command('view', 'walkRight', walk('right'), { ...walking, keys: ['ArrowRight'] }),
    command('view', 'walkFirst', walk('first'), { ...walking, keys: ['Home'] }),
    command('view', 'walkLast', walk('last'), { ...walking, keys: ['End'] }),
    command('view', 'training', () => session.toggle('training')),
    command('view', 'predict', () => session.toggle('prediction')),
    command('view', 'compare', () => session.open('compare')),
    command('view', 'code', () => session.toggle('code')),
    command('view', 'summaryTable', () => session.toggle('summary')),
    command('view', 'problems', () => session.toggle('problems')),
    command('view', 'nextProblem', nextProblem, {
      keys: ['F8'],
      inText: true,
      enabled: () => state().plan.issues.length > 0,
    }),
    command('view', 'languageEnglish', language('en'), speaks('ko')),
    command('view', 'languageKorean', language('ko'), speaks('en')),
    command('view', 'themeLight', theme('light')),
    command('view', 'themeDark', theme('dark')),
    command('view', 'themeSystem', theme('system')),
  ];
}
