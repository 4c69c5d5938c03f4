import type { InvitationWords } from '../words.js';

export const ptBR: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null
      ? `Você tem um convite para ${workspace} no ${app}`
      : `${inviter} convidou você para ${workspace} no ${app}`,
  title: ({ workspace }) => `Participe de ${workspace}`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `Você recebeu um convite para colaborar em ${workspace} no ${app}.`
      : `${inviter} convidou você para colaborar em ${workspace} no ${app}.`,
  role: {
    owner: 'Você terá a função de proprietário: poderá gerenciar tudo, inclusive a cobrança.',
    admin: 'Você terá a função de administrador: poderá convidar pessoas e gerenciar membros.',
    member: 'Você terá a função de membro.',
  },
  button: 'Ver o convite',
  link: 'Se o botão não funcionar, abra este endereço:',
  expiry: ({ email, date }) => `O convite é para ${email} e pode ser aceito até ${date}.`,
  unexpected: 'Se você não esperava este convite, pode ignorar este e-mail: nada acontece até você aceitar.',
};
