import { CONTROLS, DIALOGS, MENUS } from '../guide.js';
import type { ComponentGuides } from '../guide.js';

/** Who is in a workspace, and how they come to be. */
export const people: ComponentGuides = {
  MembersTable: {
    when: 'Where people see who can get into a workspace, and change it. One list for ten members and for ten thousand. If inviting is yours already, say so with `onInvite`; with rows of your own, take `MembersTableView`.',
    anatomy: {
      'gh-members': 'The section, named by its title; answers to its own width.',
      'gh-header': 'Title, what it is about, the button that invites.',
      'gh-toolbar': 'Search and roles; in its place `gh-bulk` while rows are selected.',
      'gh-group': 'One table for invitations that wait, one for members.',
      'gh-head': 'What the columns are, and by which the list is sorted.',
      'gh-row': 'A person or an invitation: avatar, name and address, role, date, menu.',
      'gh-row-menu': 'What this viewer may do with it; there without a pointer too.',
    },
    keyboard: {
      ...CONTROLS,
      'Space on a checkbox': 'Selects the row; with Shift, all rows since the one before.',
      'Arrow up, arrow down on a checkbox': 'To the checkbox of the row above or below; with Shift they select it too.',
      Slash: 'To the search, from anywhere but a text field; not with `searchesBySlash={false}`.',
      ...MENUS,
      Escape: 'Clears the search it is pressed in; else takes the selection back, or closes what is open.',
    },
  },
  InviteDialog: {
    when: 'Where somebody invites others: any list of addresses, and what will become of each before anything is sent. `MembersTable` opens it by itself.',
    anatomy: {
      'gh-dialog': 'The dialog, a sheet from below where there is little room.',
      'gh-invite-entry': 'The field for addresses, and the role of those that follow.',
      'gh-invite-list': 'What was collected: an address, its role, what will become of it.',
      'gh-invite-exposure': 'What the invited will be able to see.',
      'gh-invite-summary': 'How many will be sent, and what is in the way.',
      'gh-invite-sent': 'What became of each, with its link to be copied.',
    },
    keyboard: {
      'Enter in the field':
        'Takes the address over; in an empty field leads to the button that sends, and sends nothing.',
      'Comma, semicolon, a space after an address': 'Take the address over.',
      'Backspace in an empty field': 'Takes the last address back into the field.',
      'Arrow down, arrow up': 'From the field into the list, and among its rows.',
      'Delete, Backspace on a row’s remove button': 'Takes the row away.',
      ...MENUS,
      ...DIALOGS,
    },
  },
  AcceptInvitation: {
    when: 'The page that an invitation link leads to, for anybody who may open it: the addressee, somebody else, somebody signed out. It needs no `workspaceId` on the provider.',
    anatomy: {
      'gh-accept-page': 'Fills the place that it is given.',
      'gh-accept-card': 'One answer at a time: `data-screen` says which.',
      'gh-accept-title': 'What it comes to; has the focus when it changes.',
      'gh-accept-facts': 'Who invites, into what, as what.',
      'gh-accept-account': 'As whom the viewer is signed in.',
      'gh-accept-buttons': 'What can be done, the likely one first.',
    },
    keyboard: CONTROLS,
  },
  ActivityLog: {
    when: 'Where owners and admins look up who did what, and when. For what happens to one item, link to it from there.',
    anatomy: {
      'gh-activity': 'The section.',
      'gh-activity-day': 'A day, with its heading.',
      'gh-activity-row': 'When, who, what; the kind at the end.',
      'gh-activity-more': 'What is older: it comes as it nears the screen, or by its button.',
    },
    keyboard: CONTROLS,
  },
};
