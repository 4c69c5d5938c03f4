import { DoorOpen } from 'lucide-react';
import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import type { MessageOverrides } from '../../i18n/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, classNames, Link, ListError, Notice, RowMessage } from '../../ui/index.js';
import type { SettingsSection } from './sections.js';
import { workspaceSettingsMessages } from './WorkspaceSettings.messages.js';

/** What the settings take beside their data. */
export interface WorkspaceSettingsLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof workspaceSettingsMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface WorkspaceSettingsViewProps extends WorkspaceSettingsLookProps {
  /** The sections to go to. */
  sections: readonly SettingsSection[];
  section: SettingsSection;
  /** How many more there may be, once it is known what is for this viewer; their room is kept. @default 0 */
  undecided?: number | undefined;
  /** The section where something waits for the viewer, said in words: a payment that failed. @default null */
  marked?: SettingsSection | null | undefined;
  onSection: (section: SettingsSection) => void;
  /** Makes links of the sections. @default buttons */
  hrefForSection?: ((section: SettingsSection) => string) | undefined;
  /** Whether a press on a link is left to the browser, since nobody listens. @default false */
  followsLinks?: boolean | undefined;
  /** `lost`: the viewer is not in it any more, whatever it was. */
  state: 'ready' | 'failed' | 'lost';
  /** The last known name; undefined where it never was known. */
  workspaceName: string | undefined;
  error: unknown;
  isRetrying: boolean;
  onRetry: () => void;
  /** Leads away from a workspace that is lost. @default not offered */
  onLeave?: (() => void) | undefined;
  /** @default null */
  connection?: 'offline' | 'reconnecting' | null | undefined;
  /** The section. */
  children: ReactNode;
}

/** A press that is meant for this page, and not for a new tab. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

type NavProps = Pick<
  WorkspaceSettingsViewProps,
  'sections' | 'section' | 'undecided' | 'marked' | 'onSection' | 'hrefForSection' | 'followsLinks'
> & {
  label: string;
  nameOf: (section: SettingsSection) => string;
  mark: string;
};

/** A word beside a section's name; the space is for who hears both. */
function Mark({ children }: { children: string }) {
  return (
    <>
      {' '}
      <small>{children}</small>
    </>
  );
}

function Nav({
  sections,
  section: current,
  onSection,
  hrefForSection,
  followsLinks,
  label,
  nameOf,
  ...props
}: NavProps) {
  return (
    <nav className="gh-settings-nav" aria-label={label}>
      <p aria-hidden="true">{label}</p>
      <ul>
        {sections.map((section) => {
          const shared = {
            className: 'gh-settings-link',
            'aria-current': section === current ? ('page' as const) : undefined,
          };
          return (
            <li key={section}>
              {hrefForSection ? (
                <Link
                  {...shared}
                  href={hrefForSection(section)}
                  onClick={(event) => {
                    if (followsLinks || event.defaultPrevented || !isPlain(event)) return;
                    event.preventDefault();
                    onSection(section);
                  }}
                >
                  {nameOf(section)}
                  {section === props.marked ? <Mark>{props.mark}</Mark> : null}
                </Link>
              ) : (
                <button {...shared} type="button" onClick={() => onSection(section)}>
                  {nameOf(section)}
                  {section === props.marked ? <Mark>{props.mark}</Mark> : null}
                </button>
              )}
            </li>
          );
        })}
        {Array.from({ length: props.undecided ?? 0 }, (_, index) => (
          <li key={index} aria-hidden="true">
            <span className="gh-settings-link gh-skeleton-words">
              <span style={{ inlineSize: 56 }} />
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The frame of the settings, from props alone: where one can go, and what stands in the way. Words and
 * language come from the provider.
 *
 * @example <WorkspaceSettingsView sections={['general', 'members']} section="general" … ><GeneralSettings /></WorkspaceSettingsView>
 */
export function WorkspaceSettingsView(props: WorkspaceSettingsViewProps) {
  const { state, workspaceName, error, connection = null, onLeave } = props;
  const t = useMessages(workspaceSettingsMessages, props.messages);
  const explain = useExplain();
  const { direction, locale } = useGuildhall();
  const isLost = state === 'lost';
  return (
    <div
      className={classNames('gh-root gh-settings', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      data-state={state}
    >
      <div className="gh-settings-frame">
        {isLost ? null : <Nav {...props} label={t('title')} nameOf={t} mark={t('pastDue')} />}
        <div className="gh-settings-content">
          {isLost ? (
            <RowMessage
              role="alert"
              icon={<DoorOpen />}
              title={workspaceName === undefined ? t('lostUnknown') : t('lost', { workspace: workspaceName })}
              actions={
                onLeave ? (
                  <Button variant="primary" onClick={onLeave}>
                    {t('goElsewhere')}
                  </Button>
                ) : null
              }
            >
              {workspaceName === undefined ? null : t('lostText')}
            </RowMessage>
          ) : null}
          {!isLost && connection !== null ? (
            <Notice tone={connection === 'offline' ? 'warning' : 'info'}>{t(connection)}</Notice>
          ) : null}
          {state === 'failed' ? (
            <ListError title={t('failed')} retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
              {explain(error)}
            </ListError>
          ) : null}
          {state === 'ready' ? props.children : null}
        </div>
      </div>
    </div>
  );
}
