import { activityPenalty } from './activity';
import * as activations from './activations';
import * as augmentation from './augmentation';
import * as masks from './masks';
import * as noise from './noise';
import * as normalization from './normalization';
import * as padding from './padding';
import type { PythonPart } from './part';
import { photoChanges } from './photoChanges';
import * as pictures from './pictures';
import * as preparation from './preparation';
import * as recurrent from './recurrent';
import * as relu from './relu';

/** Every part that a model can take along. */
export const allParts: readonly PythonPart[] = [
  activityPenalty,
  photoChanges,
  ...[activations, augmentation, masks, noise, normalization, padding, pictures, preparation, recurrent, relu].flatMap(
    (file) => Object.values(file),
  ),
];

/** These parts and what they use, each once and behind what it uses. */
function whole(parts: Iterable<PythonPart>): readonly PythonPart[] {
  const found = new Set<PythonPart>();
  const add = (part: PythonPart) => {
    part.uses?.forEach(add);
    found.add(part);
  };
  for (const part of [...parts].toSorted((a, b) => (a.name < b.name ? -1 : 1))) add(part);
  return [...found];
}

/** The imports that a text needs. */
export function importsFor(text: string): string[] {
  const uses = (word: string) => new RegExp(`(?<![\\w."])${word}\\b`).test(text);
  const standard = [
    ...(uses('math') ? ['import math'] : []),
    ...(uses('Callable') ? ['from collections.abc import Callable'] : []),
    ...(uses('partial') ? ['from functools import partial'] : []),
    ...(uses('Path') ? ['from pathlib import Path'] : []),
    ...(uses('Any') ? ['from typing import Any'] : []),
  ];
  const torch = ['Tensor', 'nn'].filter(uses);
  const others = [
    ...(uses('torch') ? ['import torch'] : []),
    ...(uses('load_file') ? ['from safetensors.torch import load_file'] : []),
    ...(torch.length > 0 ? [`from torch import ${torch.join(', ')}`] : []),
    ...(uses('F') ? ['from torch.nn import functional as F'] : []),
  ];
  return [...standard, ...(standard.length > 0 && others.length > 0 ? [''] : []), ...others];
}

/** `layers.py` of an exported project; null where the model needs none of it. */
export function layersFile(parts: Iterable<PythonPart>): string | null {
  const all = whole(parts);
  if (all.length === 0) return null;
  const text = all.map((part) => part.text).join('\n\n');
  const activation = text.includes('Activation =') ? ['', 'Activation = Callable[[Tensor], Tensor]'] : [];
  const imports = importsFor(`${activation.join()}${text}`);
  const head = '"""Layers that compute as Keras\'s where PyTorch has none or another one."""';
  return [head, '', ...imports, ...activation, '', '', text].join('\n');
}
