import { SETTINGS_SECTIONS, WorkspaceSettings } from 'guildhall';
import { useLocation } from 'wouter';
import type { Kind } from '../api.js';
import { paths } from '../paths.js';
import { PageHeader } from '../shell/PageHeader.js';

interface SettingsPageProps {
  workspaceId: string;
  /** What the address says. */
  section: string | undefined;
}

/** The workspace's settings: all of it is Guildhall's, but for the address that says which section is open. */
export function SettingsPage({ workspaceId, section }: SettingsPageProps) {
  const [, navigate] = useLocation();
  return (
    <div className="settings">
      <PageHeader title="Settings" />
      <WorkspaceSettings
        section={SETTINGS_SECTIONS.find((known) => known === section)}
        hrefForSection={(chosen) => paths.settings(workspaceId, chosen)}
        onSectionChange={(chosen) => navigate(paths.settings(workspaceId, chosen))}
        onOpenItem={({ kind, id }) => navigate(paths.item(workspaceId, kind as Kind, id))}
        onLeave={() => navigate('/')}
      />
    </div>
  );
}
