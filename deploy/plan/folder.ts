import type { Settings } from '../settings.ts';

/** Where an environment keeps its state and what tools read, from the project's folder. Git ignores it. */
export const folderOf = ({ project, environment }: Pick<Settings, 'project' | 'environment'>): string =>
  `.deploy/${environment.name}-${project}`;
