import type { ProjectSources } from '../../exporters/exporter';

/** Our own files, which are a part of the page that is fetched when a project is exported. */
export const pageSources = async (): Promise<ProjectSources> =>
  (await import('../../exporters/typescript/pageProjectSources')).pageProjectSources();
