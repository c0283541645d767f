import { expect, test } from 'vitest';
import { library, templates } from '../../templates/index';
import { depth, gap } from './geometry';
import { amplyRoom, roomBeside } from './roomBeside';
import { templateDocument } from './templateDocument';
import { towersOf } from './towers';

const roomIn = (id: string) => {
  const template = templates.find((each) => each.id === id)!;
  return roomBeside(towersOf(templateDocument(template, {}, library), library));
};

test.each([
  ['vgg16', 'block1_conv1', gap.x - depth.x],
  ['vgg16', 'block1_pool', gap.x - depth.x],
  // What is higher than the tower beside it has room up to the one behind that.
  ['vgg16', 'block4_pool', amplyRoom],
  ['vgg16', 'predictions', amplyRoom],
  ['digits', 'predictions', amplyRoom],
  ['digits', 'digit', gap.x - depth.x],
])('%s: beside %s are %d pixels', (id, name, room) => expect(roomIn(id).get(name)).toBe(room));
