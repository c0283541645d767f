import { brickList } from '../../../bricks/index';
import { columns } from '../columns';
import type { Command } from './command';

export const bricksCommand: Command = {
  name: 'bricks',
  usage: '',
  about: 'lists the bricks',
  flags: {},
  words: 0,
  run() {
    const rows = brickList.map(({ type, category, layer, docs }) => [type, layer.keras, category, docs.en.about]);
    process.stdout.write(columns([['Brick', 'Keras', 'Category', 'What it does'], ...rows]));
  },
};
