import type { InvitationWords } from '../words.js';

export const de: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null
      ? `Sie sind eingeladen: ${workspace} auf ${app}`
      : `${inviter} lädt Sie zu ${workspace} auf ${app} ein`,
  title: ({ workspace }) => `${workspace} beitreten`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `Sie wurden eingeladen, auf ${app} in ${workspace} mitzuarbeiten.`
      : `${inviter} hat Sie eingeladen, auf ${app} in ${workspace} mitzuarbeiten.`,
  role: {
    owner: 'Sie treten mit der Rolle „Inhaber“ bei und können alles verwalten, auch die Abrechnung.',
    admin: 'Sie treten mit der Rolle „Admin“ bei und können Personen einladen und Mitglieder verwalten.',
    member: 'Sie treten als Mitglied bei.',
  },
  button: 'Einladung ansehen',
  link: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:',
  expiry: ({ email, date }) => `Die Einladung gilt für ${email} und kann bis zum ${date} angenommen werden.`,
  unexpected: 'Falls Sie nichts davon wissen, können Sie diese Mail ignorieren: Ohne Ihre Zustimmung geschieht nichts.',
};
