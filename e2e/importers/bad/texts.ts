import type { BadInput } from './badInput';

const head = 'import keras\nfrom keras import layers\n';
const model =
  'model = keras.Sequential([keras.Input((4,)), layers.Dense(3, name="first"), layers.Dense(2, name="second")])\n';
const code = (what: string, text: string): BadInput => ({ what, name: 'script.py', content: text });
/** Code that is none, or would do what it must not. */
export const badTexts: readonly BadInput[] = [
  code('loops for ever', `${head}while True:\n    pass\n${model}`),
  code('builds for ever', `${head}model = keras.Sequential()\nwhile True:\n    model.add(layers.Dense(2))\n`),
  code('calls itself for ever', `${head}def f(x):\n    return f(x)\nf(1)\n${model}`),
  code(
    'a number without end',
    `${head}n = 10 ** 10 ** 10\nmodel = keras.Sequential([keras.Input((4,)), layers.Dense(n)])\n`,
  ),
  code('prints', `${head}print("hello", 3)\n${model}print(model.summary())\n`),
  code(
    'opens a file',
    `${head}data = open("/etc/passwd").read()\nn = int(data)\nmodel = keras.Sequential([keras.Input((4,)), layers.Dense(n)])\n`,
  ),
  code(
    'imports os and deletes',
    `${head}import os, subprocess, shutil\nos.system("rm -rf /")\nsubprocess.run(["ls"])\nshutil.rmtree("/")\n${model}`,
  ),
  code(
    'exec, eval and __import__',
    `${head}exec("import os")\nn = eval("3")\n__import__("os").system("ls")\nmodel = keras.Sequential([keras.Input((4,)), layers.Dense(n)])\n`,
  ),
  code(
    'tabs and spaces mixed',
    `${head}def build(n):\n    m = keras.Sequential()\n\tm.add(keras.Input((4,)))\n    m.add(layers.Dense(n))\n    return m\nmodel = build(3)\n`,
  ),
  code(
    'tabs alone',
    `${head}def build(n):\n\tm = keras.Sequential()\n\tm.add(keras.Input((4,)))\n\tm.add(layers.Dense(n))\n\treturn m\nmodel = build(3)\n`,
  ),
  code(
    'Python 2: print and xrange',
    `${head}print "building"\nprint 'n = %d' % 3\nmodel = keras.Sequential()\nmodel.add(keras.Input((4,)))\nfor i in xrange(2):\n    model.add(layers.Dense(3))\n`,
  ),
  code(
    'Korean comments and names',
    `${head}# 모델을 만든다\n은닉 = 3  # 은닉층 크기\nmodel = keras.Sequential([keras.Input((4,)), layers.Dense(은닉)], name="모델")  # 끝\n`,
  ),
  code(
    'a session with >>> and …',
    '>>> import keras\n>>> from keras import layers\n>>> model = keras.Sequential([\n...     keras.Input((4,)),\n...     layers.Dense(3),\n... ])\n>>> model.count_params()\n15\n',
  ),
  code(
    'In [1]: of a notebook',
    'In [1]: import keras\nIn [2]: from keras import layers\nIn [3]: model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])\nOut[3]: <Sequential>\n',
  ),
  code(
    'line numbers of a page',
    `${head}${model}`
      .split('\n')
      .map((line, at) => (line ? `${at + 1}  ${line}` : ''))
      .join('\n'),
  ),
  code(
    'an indented block',
    `${head}${model}`
      .split('\n')
      .map((line) => (line ? `    ${line}` : ''))
      .join('\n'),
  ),
  code(
    'smart quotes',
    `${head}model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation=“relu”, name=‘one’)])\n`,
  ),
  code('spaces that are none', `${head}${model}`.replaceAll(' ', '\u00a0')),
  code('line ends of Windows, and a mark in front', `\ufeff${head}${model}`.replaceAll('\n', '\r\n')),
  code(
    'a bracket that is not closed',
    `${head}model = keras.Sequential([keras.Input((4,)), layers.Dense(3)\nprint(1)\n`,
  ),
  code('a layer that nobody knows', `${head}model = keras.Sequential([keras.Input((4,)), layers.Dens(3)])\n`),
  code('a name that nothing makes', `${head}model = keras.Sequential([keras.Input((4,)), layers.Dense(units)])\n`),
  code('shapes that do not fit', `${head}model = keras.Sequential([keras.Input((4,)), layers.Conv2D(3, 3)])\n`),
  code('no model', 'import os\nprint("hello")\n'),
  code('a shell', '$ pip install keras\n!python train.py\n'),
  code('JavaScript', 'const model = tf.sequential();\nmodel.add(tf.layers.dense({ units: 3, inputShape: [4] }));\n'),
  code(
    'two layers of one name',
    `${head}model = keras.Sequential([keras.Input((4,)), layers.Dense(3, name="a"), layers.Dense(3, name="a")])\n`,
  ),
  code('more than a megabyte', `${head}${'# …\n'.repeat(300_000)}${model}`),
  { what: 'nothing', name: 'model.py', content: '' },
  {
    what: 'a notebook that is cut off',
    name: 'model.ipynb',
    content: '{"cells": [{"cell_type": "code", "source": ["import ke',
  },
];
