import { plainName } from '../../../formats/plainName';
import type { ProjectFacts } from './facts';

/** The versions that the project is made for. */
export const versions = {
  keras: '3.15.1',
  numpy: '2.4.6',
  h5py: '3.16.0',
  pillow: '13.0.0',
  jax: '0.10.2',
} as const;

/** `pyproject.toml`, every version fixed; one backend is chosen at installation. */
export function pyprojectFile({ document, kind }: ProjectFacts): string {
  const needed = ['keras', 'numpy', 'h5py', ...(kind === 'images' ? (['pillow'] as const) : [])] as const;
  return `[project]
name = "${
    plainName(document.title)
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '') || 'model'
  }"
version = "1.0.0"
description = "A Keras model made with DeepBrick"
requires-python = ">=3.11"
dependencies = [
${needed.map((name) => `    "${name}==${versions[name]}",`).join('\n')}
]

[project.optional-dependencies]
jax = ["jax==${versions.jax}"]
tensorflow = ["tensorflow>=2.20"]
torch = ["torch>=2.8"]

[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[tool.setuptools]
py-modules = ["model", "data", "train", "predict"]
`;
}
