/** As wide, in any font, as the names of workspaces often are: two words, not shown and not read out. */
export const UNKNOWN_NAME = 'nnnnnnnnn nnnnnn';

export interface ScreenDescriptionProps {
  /** Undefined while it is not known. */
  workspaceName: string | undefined;
  /** The words, with the name in them. */
  of: (workspace: string) => string;
}

/**
 * What a screen is for, in a sentence with the workspace's name. It keeps its room while that is not known.
 *
 * @example <ScreenDescription workspaceName={workspace?.name} of={(name) => t('description', { workspace: name })} />
 */
export const ScreenDescription = ({ workspaceName, of }: ScreenDescriptionProps) => (
  <p className="gh-description" style={workspaceName === undefined ? { visibility: 'hidden' } : {}}>
    {of(workspaceName ?? UNKNOWN_NAME)}
  </p>
);
