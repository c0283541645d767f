import { type Document, emptyDocument } from '../../src/document/document';
import { buildTemplate } from '../../src/document/template';
import { templates } from '../../templates/index';
import { chain, frozenHead } from '../documents/chain';
import { documents } from '../keras/cases/documents';
import { maskedGraphs } from '../keras/grid/maskedGraphs';
import { repeatedGraphs } from '../keras/grid/randomGraphs';

const built = (id: string, options = {}) =>
  buildTemplate(
    templates.find((template) => template.id === id)!,
    options,
  );

/** Own photos on a narrow MobileNet of which some layers are trained. */
function partlyTrained(): Document {
  const document = built('transfer', { alpha: '0.25', inputShape: [32, 32, 3] });
  const name = Object.keys(document.nodes).find((key) => document.nodes[key]!.type === 'pretrainedBackbone')!;
  const node = document.nodes[name]!;
  const params = { ...node.params, trainableLayers: 'from', trainableFrom: 'conv_pw_12' };
  return { ...document, nodes: { ...document.nodes, [name]: { ...node, params, trainable: true } } };
}

/** A model that takes photos and has no backbone. */
function greyPhotos(): Document {
  const document = built('lenet5');
  return { ...document, training: { ...document.training, dataset: 'photos:mine', preprocessing: 'tf' } };
}

/** Two answers to the same question, judged by losses of their own, with data that fit both. */
function twoAnswers(): Document {
  const document = chain('Two answers', [
    ['inputVector', 'row', { shape: [12] }],
    ['dense', 'first', { units: 10, activation: 'softmax' }],
    ['dense', 'second', { units: 10, activation: 'tanh' }],
  ]);
  const edges = ['first', 'second'].map((to) => ({ from: 'row', to, port: 0 }));
  const outputs = { second: { loss: 'squaredHinge', weight: 0.5 } } as const;
  return { ...document, edges, training: { ...document.training, dataset: 'groups', outputs } };
}

/** Documents with wires, masks, names, blocks, data and frozen layers that single bricks do not have. */
export const structures: readonly { readonly title: string; readonly document: Document }[] = [
  ...documents,
  ...maskedGraphs.filter((_, index) => index % 47 === 0),
  ...repeatedGraphs,
  { title: 'frozen VGG16', document: frozenHead(32) },
  { title: 'partly trained', document: partlyTrained() },
  { title: 'photos without a backbone', document: greyPhotos() },
  { title: 'two answers', document: twoAnswers() },
  { title: 'empty', document: emptyDocument('') },
  { title: 'not wired', document: { ...frozenHead(32), edges: [] } },
];
