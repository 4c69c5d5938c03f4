import type { InvitationWords } from '../words.js';

export const es: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null
      ? `Tienes una invitación a ${workspace} en ${app}`
      : `${inviter} te invita a ${workspace} en ${app}`,
  title: ({ workspace }) => `Únete a ${workspace}`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `Tienes una invitación para colaborar en ${workspace} en ${app}.`
      : `${inviter} te invita a colaborar en ${workspace} en ${app}.`,
  role: {
    owner: 'Tendrás el rol de propietario: podrás gestionarlo todo, también la facturación.',
    admin: 'Tendrás el rol de administrador: podrás invitar a personas y gestionar a los miembros.',
    member: 'Tendrás el rol de miembro.',
  },
  button: 'Ver la invitación',
  link: 'Si el botón no funciona, abre esta dirección:',
  expiry: ({ email, date }) => `La invitación es para ${email} y se puede aceptar hasta el ${date}.`,
  unexpected: 'Si no la esperabas, puedes ignorar este correo: no pasa nada hasta que la aceptes.',
};
