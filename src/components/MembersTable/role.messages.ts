import { defineMessages } from '../../i18n/index.js';

/** The words of giving several people a role, under `membersTable`; loaded with it. */
export const roleChangeMessages = defineMessages('membersTable', {
  roleChangeTitle: {
    one: 'Change the role of {count} person to {role}?',
    other: 'Change the role of {count} people to {role}?',
  },
  roleChangeNobody: 'No role changes',
  roleChangeLead: { one: '{names} becomes {role}.', other: '{names} become {role}.' },
  roleChangeKept: { one: '{names} has this role already.', other: '{names} have this role already.' },
  roleChangeLeftOut: { one: '{names} is left out. {reason}', other: '{names} are left out. {reason}' },
  roleChangeKeep: { one: 'Keep the role', other: 'Keep their roles' },
  roleChangeConfirm: { one: 'Change {count} role', other: 'Change {count} roles' },
  roleChangeProgress: '{done} of {count} changed',
  roleChangeDone: { one: '{count} person is now {role}.', other: '{count} people are now {role}.' },
  roleChangeSome: '{done} of {count} roles changed',
  roleChangeRefused: {
    one: 'This role was not changed:',
    other: 'These {count} roles were not changed:',
  },
  roleChangeRefusal: '{name}: {reason}',
  roleChangeClose: 'Close',
  roleChangeOthers: { one: '{count} other', other: '{count} others' },
});
