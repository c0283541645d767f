import type { Preprocessing } from '../../document/training';
import { type Plan, preprocessingFor } from '../../compile/plan';

/** Architectures by template id: class and module in `keras.applications`. */
const applications: Readonly<Record<string, readonly [model: string, module: string]>> = {
  vgg16: ['VGG16', 'vgg16'],
  vgg19: ['VGG19', 'vgg19'],
  resnet50: ['ResNet50', 'resnet50'],
  mobilenet: ['MobileNet', 'mobilenet'],
  'mobilenet-v2': ['MobileNetV2', 'mobilenet_v2'],
  'inception-v3': ['InceptionV3', 'inception_v3'],
  xception: ['Xception', 'xception'],
};

/** Class and module of an architecture in `keras.applications`; null for one that Keras does not have. */
export function applicationOf(architecture: string): { readonly model: string; readonly module: string } | null {
  const found = Object.hasOwn(applications, architecture) ? applications[architecture] : undefined;
  return found ? { model: found[0], module: found[1] } : null;
}

/** The expression that prepares `images`, values 0 … 255, as the training says. */
export function prepared(plan: Plan, wanted: Preprocessing): string {
  const mode = preprocessingFor(plan, wanted);
  if (mode === 'none') return 'images';
  if (mode === 'scale') return 'layers.Rescaling(1 / 255)(images)';
  const from = plan.steps.find(({ weightsFrom }) => weightsFrom)?.weightsFrom ?? plan.weightsFrom;
  const application = wanted === 'auto' && from ? applicationOf(from.architecture) : null;
  if (application) return `keras.applications.${application.module}.preprocess_input(images)`;
  return `keras.applications.imagenet_utils.preprocess_input(images, mode='${mode}')`;
}
