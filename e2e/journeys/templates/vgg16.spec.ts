import { expect, test } from '../app';

const blocks = [
  ['block1', '112×112×64', '38,720'],
  ['block2', '56×56×128', '221,440'],
  ['block3', '28×28×256', '1,475,328'],
  ['block4', '14×14×512', '5,899,776'],
  ['block5', '7×7×512', '7,079,424'],
] as const;

test('the template opens by its link as five towers and the top, as in the paper', async ({ app }) => {
  await app.open('/?template=vgg16');
  for (const [block, output] of blocks)
    await expect(app.item(`${block}_pool`)).toHaveAccessibleName(
      `${block}_pool, MaxPooling2D, output ${output}, 0 parameters`,
    );
  for (const conv of ['block3_conv1', 'block3_conv2', 'block3_conv3'])
    await expect(app.item(conv)).toHaveAccessibleName(/Conv2D, output 56×56×256/);
  await expect(app.item('block3_conv1')).toHaveAccessibleName(/295,168 parameters/);
  await expect(app.item('flatten')).toHaveAccessibleName(/output 25088, 0 parameters/);
  await expect(app.item('fc1')).toHaveAccessibleName(/output 4096, 102,764,544 parameters/);
  await expect(app.item('fc2')).toHaveAccessibleName(/output 4096, 16,781,312 parameters/);
  await expect(app.item('predictions')).toHaveAccessibleName(/output 1000, 4,097,000 parameters/);
  await expect(app.total('total parameters')).toHaveText('138,357,544');
  await expect(app.problems).toBeHidden();
});

test('a block folds into one brick, can be frozen, and unfolds again', async ({ app }) => {
  await app.open('/?template=vgg16');
  for (const [name, output, parameters] of blocks) {
    await app.canvas.getByRole('button', { name: `Fold ${name}` }).click();
    await expect(app.item(name)).toHaveAccessibleName(`${name}, Block, output ${output}, ${parameters} parameters`);
  }
  await expect(app.item('block3_conv1')).toBeHidden();
  await app.item('block3').click();
  await app.inspector.getByRole('switch', { name: 'Frozen' }).click();
  await expect(app.item('block3')).toHaveAccessibleName(/1,475,328 parameters, frozen$/);
  await expect(app.canvas.getByText('1,475,328 parameters frozen')).toBeVisible();
  await app.clearSelection();
  await expect(app.total('trainable')).toHaveText('136,882,216');
  await expect(app.total('non-trainable')).toHaveText('1,475,328');
  await app.button('Undo').click();
  await expect(app.total('trainable')).toHaveText('138,357,544');
  await app.canvas.getByRole('button', { name: 'Unfold block3' }).click();
  await expect(app.item('block3_conv3')).toBeVisible();
});

test('VGG16 starts from ImageNet’s weights at the press of a button, and asks for them', async ({ app }) => {
  await app.open('/?template=vgg16');
  await app.inspector.getByRole('button', { name: 'Start from the published weights' }).click();
  await expect(app.total('initial weights')).toHaveText('trained on ImageNet');
  await expect(app.total('image preprocessing')).toHaveText('BGR order, channel means subtracted (caffe)');
  await app.button('Predict').click();
  await app.prediction.getByLabel('Choose an image…', { exact: true }).setInputFiles('public/digits.png');
  await expect(app.prediction.getByRole('alert').first()).toContainText(
    'This model needs the weights vgg16, which are not on',
  );
});

test('the gallery opens a template with its options', async ({ app, page }) => {
  await app.open();
  await app.button('Templates').click();
  const gallery = page.getByRole('dialog');
  for (const title of ['Digits CNN', 'VGG16', 'MLP', 'LeNet-5']) await expect(gallery).toContainText(title);
  await gallery.getByRole('button', { name: 'Open VGG16 as a new project' }).click();
  await gallery.getByLabel('includeTop').click();
  await gallery.getByRole('button', { name: 'Open' }).click();
  await expect(gallery).toBeHidden();
  await expect(app.total('total parameters')).toHaveText('14,714,688');
  await expect(app.item('fc1')).toBeHidden();
});

test('a link to a template that does not exist says which there are', async ({ app, page }) => {
  await app.open('/?template=nonsense');
  await expect(page.getByText(/There is no template “nonsense”/)).toContainText('vgg16');
  await expect(app.item('conv2d')).toBeVisible();
});
