import type { Page } from 'playwright';
import { augmentationWords } from '../../../src/i18n/panels/augmentation';
import { commandTexts } from '../../../src/i18n/commands';
import { comparisonWords } from '../../../src/i18n/panels/comparison';
import { photosWords } from '../../../src/i18n/panels/photos';
import { predictionWords } from '../../../src/i18n/panels/prediction';
import { pretrainedWords } from '../../../src/i18n/panels/pretrained';
import { savingWords } from '../../../src/i18n/saving';
import { shellWords } from '../../../src/i18n/shell';
import { trainingWords } from '../../../src/i18n/panels/training';
import type { Language } from '../../../src/i18n/words';

/** The words, dialogs and commands of the page, as a person finds them. */
export function transferPage(page: Page, language: Language) {
  const words = {
    photos: photosWords[language],
    weights: pretrainedWords[language],
    shell: shellWords[language],
    training: trainingWords[language],
    changes: augmentationWords[language],
    prediction: predictionWords[language],
    comparison: comparisonWords[language],
    saving: savingWords[language],
  };
  const dialog = page.getByRole('dialog');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const command = async (id: keyof typeof commandTexts) => {
    const name = commandTexts[id][language];
    await page.keyboard.press('Control+k');
    await dialog.getByRole('combobox').fill(name);
    // Some names begin others.
    await dialog.locator(`[role=option][data-value="${name} ${id}" i]`).click();
  };
  const choose = async (open: () => Promise<void>, files: Parameters<Page['setInputFiles']>[1]) => {
    const choosing = page.waitForEvent('filechooser');
    await open();
    await (await choosing).setFiles(files);
  };
  const away = async () => {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  };
  return { words, dialog, button, command, choose, away };
}
