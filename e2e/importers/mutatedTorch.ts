import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isWeightFileError } from '../../src/formats/weights/weightFile';
import { readStateDict } from '../../src/formats/weights/torch/readStateDict';
import { safetensors } from '../../src/exporters/pytorch/safetensors';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { importModel } from '../../src/importers/importModel';
import { library } from '../../templates/index';

// npx tsx e2e/importers/mutatedTorch.ts 3000 1000: changed texts of PyTorch code, changed files of weights.
const [texts = 300, files = 100] = process.argv.slice(2).map(Number);
const folder = new URL('pytorch/models/', import.meta.url);
const models = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

let state = 12345;
const random = (below: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pieces = [
  '(',
  ')',
  ':',
  '\n',
  '    ',
  ',',
  'self',
  '0',
  '-1',
  '1e9',
  'x',
  'nn.',
  'for i in range(10**9):',
  '=',
  '*',
  '[',
  'None',
];

function changed(text: string): string {
  let result = text;
  for (let count = 1 + random(4); count > 0; count--) {
    const [at, to] = [random(result.length), random(result.length)];
    const length = random(30);
    const piece = pieces[random(pieces.length)]!;
    const kinds = [
      () => result.slice(0, at) + result.slice(at + length),
      () => result.slice(0, at) + piece + result.slice(at),
      () => result.slice(0, at) + result.slice(to, to + length) + result.slice(at),
      () => result.replace(/\d+/g, (digits) => (random(8) === 0 ? String(random(3000)) : digits)),
    ];
    result = kinds[random(kinds.length)]!();
  }
  return result;
}

const counts = { opened: 0, refused: 0, thrown: 0, slow: 0 };
let longest = 0;
async function timed(what: string, run: () => Promise<'opened' | 'refused'>) {
  // Of the processor: others may have it in between.
  const start = process.cpuUsage();
  try {
    counts[await run()]++;
  } catch (error) {
    counts.thrown++;
    console.log(what.slice(-2000), error);
  }
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  longest = Math.max(longest, took);
  if (took > 2000) {
    counts.slow++;
    console.log(`${Math.round(took)} ms`, what.slice(0, 3000));
  }
}

for (let at = 0; at < texts; at++) {
  const text = changed(models[random(models.length)]!);
  await timed(text, async () => {
    const read = await importModel({ name: 'net.py', blob: new Blob([text]) }, library);
    if (!read.ok && importTroubleText(read.error, 'ko').includes('undefined')) throw new Error(read.error.code);
    return read.ok ? 'opened' : 'refused';
  });
}
console.log('texts', counts, `longest ${Math.round(longest)} ms`);
Object.assign(counts, { opened: 0, refused: 0, thrown: 0, slow: 0 });
longest = 0;
const answers = Object.values(
  JSON.parse(gunzipSync(readFileSync('e2e/fixtures/pytorch.bin')).toString()) as Readonly<
    Record<string, { readonly weights: string }>
  >,
);
const whole = answers.map(({ weights }) => Uint8Array.from(Buffer.from(weights, 'base64')));
const plain = safetensors([{ name: 'a.weight', shape: [4, 4], values: new Float32Array(16) }]);
for (let at = 0; at < files; at++) {
  const bytes = (at % 4 === 0 ? plain : whole[random(whole.length)]!).slice();
  for (let count = 1 + random(6); count > 0; count--) bytes[random(Math.min(bytes.length, 3000))] = random(256);
  const cut = random(5) === 0 ? bytes.slice(0, random(bytes.length)) : bytes;
  await timed(`file ${at}`, async () => {
    try {
      for (const record of (await readStateDict({ name: 'model.pt', blob: new Blob([cut]) })).values())
        await record.read();
      return 'opened';
    } catch (error) {
      if (isWeightFileError(error)) return 'refused';
      throw error;
    }
  });
}
console.log('files', counts, `longest ${Math.round(longest)} ms`);
