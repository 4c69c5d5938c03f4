import { CONTROLS, DIALOGS, MENUS } from '../guide.js';
import type { ComponentGuides } from '../guide.js';

/** Workspaces themselves, and what they hold. */
export const workspaces: ComponentGuides = {
  WorkspaceSwitcher: {
    when: 'In your app’s sidebar or header: which workspace is open, and all others. It stands in every screen, so its panel is loaded when it opens.',
    anatomy: {
      'gh-switcher-trigger': 'The button: picture, name, and a mark for invitations that wait.',
      'gh-switcher-panel': 'What opens; `gh-switcher-sheet` where there is little room.',
      'gh-switcher-search': 'Search, once there is enough to search.',
      'gh-switcher-options': 'The workspaces, in groups.',
      'gh-switcher-option': 'One of them: `aria-selected` where the keyboard is.',
      'gh-switcher-invitation': 'An invitation for the viewer, to be answered here.',
      'gh-switcher-footer': 'A new workspace, and the settings of the open one.',
    },
    keyboard: {
      'Enter, Space on the button': 'Opens it, and leads into the search.',
      'Arrow up, arrow down': 'Among the workspaces, while the focus stays in the search.',
      'Home, End': 'To the first and the last.',
      Enter: 'Opens the workspace.',
      '⌘ or Ctrl with a key of yours':
        'Opens and closes it from anywhere, with `shortcut`; the focus goes back to where it was.',
      '⌘1 to ⌘9, Ctrl 1 to 9': 'Switches from anywhere, with `shortcuts`.',
      ...DIALOGS,
    },
  },
  CreateWorkspaceDialog: {
    when: 'Where a new workspace begins outside of `WorkspaceSwitcher`, which brings its own: a page for people without any.',
    anatomy: {
      'gh-dialog': 'The dialog.',
      'gh-dialog-title': 'Its name, to assistive technology too.',
      'gh-field': 'The name, with what is wrong with it below.',
      'gh-dialog-footer': 'Back, and the button that creates.',
    },
    keyboard: { 'Enter in the field': 'Creates the workspace.', ...DIALOGS },
    parts: ['WorkspaceSwitcher'],
  },
  GeneralSettings: {
    when: 'A workspace’s name and picture, and how to leave or delete it. `WorkspaceSettings` contains it.',
    anatomy: {
      'gh-general': 'The section.',
      'gh-general-drop': 'Takes a picture that is dropped.',
      'gh-general-picture': 'The picture, and how to change it.',
      'gh-general-form': 'The name.',
      'gh-general-section': 'Leaving and deleting, each with why it cannot be, if so.',
    },
    keyboard: { ...CONTROLS, 'Enter in the name': 'Saves it.', ...DIALOGS },
  },
  WorkspaceSettings: {
    when: 'A whole settings screen in one element: general, members, billing, shared items, activity, each loaded when it is opened and only where the adapter has it. For one section in a screen of yours take its component.',
    anatomy: {
      'gh-settings': 'The frame.',
      'gh-settings-nav': 'The sections; above the content where there is little room.',
      'gh-settings-link': 'A section; a link of yours with `hrefForSection`.',
      'gh-settings-content': 'The section that is open.',
    },
    keyboard: {
      ...CONTROLS,
      'Enter on a section': 'Opens it; with Ctrl or ⌘ in a new tab, with `hrefForSection`.',
    },
    parts: ['GeneralSettings'],
  },
  SharedItems: {
    when: 'What a workspace holds of your app’s things, kind by kind, with who can open each. It says nothing of a kind that the provider’s `entityKinds` does not name.',
    anatomy: {
      'gh-items': 'The section.',
      'gh-items-tabs': 'One tab a kind, with how many there are.',
      'gh-items-panel': 'The kind that is shown.',
      'gh-row': 'An item: its name, who made it, who can open it, when it changed.',
      'gh-item-title': 'The name: a link where the item has an address.',
      'gh-item-sharing': 'Who can open it; a menu for those who may change that.',
    },
    keyboard: {
      'Arrows, Home, End on a tab': 'Show another kind.',
      Tab: 'To the list, which is one stop.',
      'Arrow up, arrow down in the list': 'Among its items.',
      'Arrow left, arrow right in the list': 'Among the controls of an item; mirrored from right to left.',
      'Home, End in the list': 'To an item’s first and last control; with Ctrl or ⌘ to the first and last item.',
      ...MENUS,
    },
  },
  SharingBadge: {
    when: 'In rows of your own: who can open something beside the workspace. `SharedItems` uses it for its own.',
    anatomy: { 'gh-sharing': 'The words; `data-sharing` says which, what it means in full is its tooltip.' },
    keyboard: {},
  },
};
