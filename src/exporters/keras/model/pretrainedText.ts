import type { Plan } from '../../../compile/plan';
import { pythonValue, tuple } from '../pythonText';

/** `load_pretrained`, for a model whose own layers start from published weights; nothing for any other. */
export function pretrainedText({ weightsFrom }: Plan): string[] {
  const application = weightsFrom?.source === 'imagenet' ? weightsFrom.application : undefined;
  if (!weightsFrom || !application) return [];
  const { includeTop, inputShape } = weightsFrom;
  const given = [
    'weights="imagenet"',
    `include_top=${pythonValue(includeTop)}`,
    ...(inputShape ? [`input_shape=${tuple(inputShape.map(String))}`] : []),
    ...(application.alpha === undefined ? [] : [`alpha=${pythonValue(application.alpha)}`]),
  ];
  const lines = [
    'def load_pretrained(model):',
    '    """Layers of the same name take the weights that Keras publishes and downloads."""',
    `    source = keras.applications.${application.model}(`,
    ...given.map((each) => `        ${each},`),
    '    )',
    '    names = {layer.name for layer in model.layers}',
    '    for layer in source.layers:',
    '        if layer.weights and layer.name in names:',
    '            model.get_layer(layer.name).set_weights(layer.get_weights())',
  ];
  return [lines.join('\n')];
}
