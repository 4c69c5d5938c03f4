import { defineMessages } from '../../i18n/index.js';

/** The words of giving several people a role, and of removing them, under `membersTable`; loaded with it. */
export const bulkMessages = defineMessages('membersTable', {
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
  roleChangeUndone: {
    one: '{count} person has the role from before again.',
    other: '{count} people have the roles from before again.',
  },
  removeNobody: 'Nobody is removed',
  removeProgress: '{done} of {count} removed',
  removeSome: '{done} of {count} people removed',
  removeRefused: {
    one: 'This person was not removed:',
    other: 'These {count} people were not removed:',
  },
});
