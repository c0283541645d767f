import { safeFileName } from '../../formats/file';
import type { Plan } from '../../compile/plan';

/** The versions that exports were compared with the editor in (e2e/pytorch). */
const packages = ['numpy==2.4.6', 'pillow==13.0.0', 'safetensors==0.8.0', 'torch==2.14.1'];

/** A name that pip takes. */
function projectName({ title }: Plan): string {
  const name = safeFileName(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'model' : name;
}

/** `pyproject.toml`: packages in exact versions, and how the code is formatted. */
export function pyprojectFile(plan: Plan): string {
  return `[project]
name = "${projectName(plan)}"
version = "1.0.0"
requires-python = ">=3.11"
dependencies = [
${packages.map((name) => `    "${name}",\n`).join('')}]

[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[tool.setuptools]
py-modules = []

[tool.black]
line-length = 100

[tool.ruff]
line-length = 100

[tool.ruff.lint]
select = ["E", "F", "I", "UP", "B"]
`;
}
