import { builtInHere } from '../../../src/cli/builtInHere';
import type { Dataset } from '../../../src/data/dataset';
import { stripes } from '../../fixtures/stripes';
import { fewSamples } from '../../keras/projects/fewSamples';
import { houses, mirrored } from './data';
import type { Invented } from './made';
import { clips, remembering, table, wave, words } from './others';
import { autoencoder, branches, frozen, several, twins } from './pictures';

const few = async (id: string): Promise<Dataset> => fewSamples((await builtInHere(id))!, 60, 24);

/** Ten documents, one of a kind: every target must train each along the same curve. */
export async function invented(): Promise<readonly Invented[]> {
  const digits = await few('digits');
  return [
    branches(digits),
    words(await few('reviews')),
    wave(await few('wave')),
    clips(await few('clips')),
    several(digits),
    twins(digits),
    frozen(await few('digits-5-9')),
    autoencoder(mirrored(stripes(84, 24))),
    table(await houses()),
    remembering(await few('wave')),
  ];
}
