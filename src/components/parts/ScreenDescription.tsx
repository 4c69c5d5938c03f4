/** As wide as the names of workspaces often are. */
export const UNKNOWN_NAME = '\u2026\u2026\u2026\u2026\u2026\u2026\u2026\u2026';

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
