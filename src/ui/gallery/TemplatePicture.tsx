import type { AnyTemplate } from '../../document/template';
import { DocumentPicture } from '../brick/DocumentPicture';
import { useServices } from '../services';
import { templatePreview } from './templatePreview';

/** The bricks of a template with its initial options, without names. */
export function TemplatePicture({ template }: { readonly template: AnyTemplate }) {
  const { library } = useServices();
  return <DocumentPicture document={templatePreview(template, library).document} library={library} />;
}
