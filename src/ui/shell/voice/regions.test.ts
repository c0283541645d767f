import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { files, isTest, root } from '../../../rooms/testHouse';

/** Every place of the page that is said aloud, with the journey that hears or sees it and a word of what it says. */
const held: Readonly<Record<string, readonly [journey: string, said: string]>> = {
  'canvas/menus/QuickAddList': ['page/typing', 'No matching brick.'],
  'code/dialog/Leaving': ['building/export', 'files'],
  'code/dialog/Notes': ['building/export', 'Train it first'],
  'code/editing/EditableCode': ['building/editCode', 'Escape'],
  'gallery/GalleryList': ['page/typing', 'No template matches'],
  'kit/part/PartTrouble': ['page/serverDown', 'could not be loaded from'],
  'palette/Palette': ['page/typing', 'No brick matches'],
  'photos/ClassList': ['photos/photos', 'crimson was there already'],
  'photos/ImportBar': ['photos/photos', 'is not a complete zip file'],
  'photos/Webcam': ['photos/camera', 'camera'],
  'prediction/sources/ImageDrop': ['saving/files', 'cannot be shown'],
  'pretrained/TroubleText': ['weights/weights', 'bad.said'],
  'problems/RunTrouble': ['training/mistakes', 'The learning rate 1000 is probably far too high'],
  'projects/ImportCodeDialog': ['building/importCode', 'Open as a new project'],
  'projects/ProjectsDialog': ['saving/projects', 'deleted'],
  'saving/OpenModelDialog': ['weights/droppedWeights', 'contains no readable weights'],
  'shell/menus/CommandPalette': ['page/typing', 'No matching command.'],
  'shell/Notices': ['page/dialogs', 'There is no step to undo.'],
  'shell/PageTrouble': ['page/serverDown', 'The page could not be shown'],
  'shell/voice/Voice': ['page/byKeys', 'Training has started.'],
  'tables/TableDialog': ['training/data', 'This is packed (.gz).'],
  'training/Progress': ['training/training', 'goes on with the model as it was'],
  'training/results/samples/CellSamples': ['training/training', 'samples? of “'],
  'training/settings/OwnData': ['training/data', 'This is packed (.gz).'],
};

/** Said aloud, and only seen by hand so far. */
const open: readonly string[] = [
  'comparison/ComparisonDialog',
  'photos/PhotosDialog',
  'photos/ReadingChoice',
  'picture/PictureDialog',
  'saving/SaveModelDialog',
  // Says nothing by itself, and that a panel is on its way.
  'shell/dock/Dock',
  'shell/status/StatusLine',
];

const text = (name: string) => readFileSync(join(root, name), 'utf8');
const speaks = /aria-live="polite"|role="alert"|role: 'alert'|<output\b/;
const found = files
  .filter((name) => name.startsWith('src/ui/') && name.endsWith('.tsx') && !isTest(name) && speaks.test(text(name)))
  .map((name) => name.slice('src/ui/'.length, -'.tsx'.length));

test('every place that is said aloud is known', () => {
  // The room of the prediction is looked at by its own journeys.
  const mine = found.filter((name) => !name.startsWith('prediction/') || Object.hasOwn(held, name));
  expect(mine.toSorted()).toEqual([...Object.keys(held), ...open].toSorted());
});

describe('is held by a journey', () => {
  test.each(Object.entries(held))('%s', (_, [journey, said]) => {
    expect(text(`e2e/journeys/${journey}.spec.ts`)).toContain(said);
  });
});
