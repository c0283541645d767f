import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../app';
import { type Dropped, drop } from '../drop';

const digits = ['model.json', 'group1-shard1of1.bin'].map((name) => ({
  name,
  bytes: [...readFileSync(join('public/digitsBackbone', name))],
}));
const text: Dropped = { name: 'mobilenet_2_5_224_tf_no_top.h5', bytes: [...Buffer.from('no weights')] };

test('files dropped on the weights are opened before they are kept; what is wrong with them stands at their row', async ({
  app,
}) => {
  await app.open();
  await app.command('Pretrained weights…');
  const dialog = app.page.getByRole('dialog', { name: 'Pretrained weights' });
  const own = dialog.getByRole('region', { name: 'Your own files' });
  const mobilenet = dialog.getByRole('region', { name: 'MobileNet', exact: true });

  // Its name is one that Keras publishes.
  await mobilenet.getByLabel('Width (alpha)').selectOption('0.25');
  await drop(own, [text]);
  await expect(mobilenet.getByRole('alert')).toContainText('contains no readable weights');
  await expect(mobilenet.getByRole('alert')).toBeInViewport();
  await drop(mobilenet.getByText('without classifier (no top)'), digits);
  await expect(mobilenet.getByRole('alert')).toContainText(
    '“model.json” does not contain mobilenet-0.25-224-no-top: 0 of 135 weights match',
  );
  await expect(dialog).toContainText('No files on this device yet.');

  await drop(own, digits);
  await expect(own.getByRole('listitem')).toContainText('model.json');
  await expect(dialog).toContainText('1 file on this device');
  await expect(app.page.getByText('could not be opened')).toBeHidden();
  await own.getByRole('button', { name: 'Delete model.json from this device' }).click();
  await expect(dialog).toContainText('No files on this device yet.');
});
