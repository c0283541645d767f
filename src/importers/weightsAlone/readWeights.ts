import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { Outline } from '../../formats/weights/weightFile';
import { arrange } from '../../layout/arrange';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { graphDocument } from '../kerasGraph/graphDocument';
import { chainGraph } from './chainGraph';
import { knownArchitecture } from './knownArchitecture';

/** What the model is called: as the file. */
const titleOf = (file: string) =>
  file
    .replace(/^.*[/\\]/, '')
    .replace(/(\.weights)?\.(h5|hdf5|json)$/i, '')
    .slice(0, 60) || 'model';

/**
 * The model of a file that holds weights alone: the architecture of the catalogue that has exactly these, or the chain of
 * layers that their classes, shapes and order tell; what they do not tell is in the report. Any other is refused.
 */
export function readWeights(
  outline: Outline | undefined,
  file: string,
  library: Library,
  { shapes = {} }: Pick<ImportHelp, 'shapes'>,
): Result<Imported, ImportTrouble> {
  const unknown = refused({ code: 'weightsOnly', where: null, data: { file } } as const);
  if (!outline) return unknown;
  const known = knownArchitecture(outline, library);
  if (known !== null) {
    const { document, options, template } = known;
    const said = Object.entries(options).map(([name, value]) => `${name} = ${String(value)}`);
    const data = { model: template.title, options: said };
    return done({
      document: arrange(document, library, 'towers'),
      report: {
        taken: Object.keys(document.nodes),
        assumed: [{ code: 'architecture', where: null, data }],
        dropped: [],
      },
    });
  }
  const chain = chainGraph(outline, titleOf(file), Object.values(library.bricks));
  if (chain === null) return unknown;
  const read = graphDocument(chain.graph, library, { shapes });
  if (!read.ok) return read;
  const { report } = read.value;
  return done({
    ...read.value,
    report: {
      ...report,
      assumed: [...chain.assumed, ...report.assumed],
      dropped: [...chain.dropped, ...report.dropped],
    },
  });
}
