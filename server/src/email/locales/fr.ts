import type { InvitationWords } from '../words.js';

export const fr: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null
      ? `Invitation à rejoindre ${workspace} sur ${app}`
      : `${inviter} vous invite à rejoindre ${workspace} sur ${app}`,
  title: ({ workspace }) => `Rejoindre ${workspace}`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `Vous avez reçu une invitation à collaborer dans ${workspace} sur ${app}.`
      : `${inviter} vous invite à collaborer dans ${workspace} sur ${app}.`,
  role: {
    owner: 'Vous aurez le rôle de propriétaire : vous pourrez tout gérer, y compris la facturation.',
    admin: 'Vous aurez le rôle d’administrateur : vous pourrez inviter des personnes et gérer les membres.',
    member: 'Vous aurez le rôle de membre.',
  },
  button: 'Voir l’invitation',
  link: 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
  expiry: ({ email, date }) => `L’invitation est destinée à ${email} et peut être acceptée jusqu’au ${date}.`,
  unexpected:
    'Si vous ne l’attendiez pas, vous pouvez ignorer cet e-mail : rien ne se passe tant que vous n’acceptez pas.',
};
