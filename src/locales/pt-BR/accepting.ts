import type { Translation } from '../translation.js';

export const accepting: Translation<'acceptInvitation'> = {
  acceptInvitation: {
    loading: 'Carregando o convite',
    unexpected: 'Não esperava por isso? Você pode fechar esta página. Nada acontece até você aceitar.',

    joinTitle: 'Participar de {workspace}',
    invitedBy: '{name} convida você para colaborar.',
    invitedByIn: '{name} convida você para colaborar em {app}.',
    invited: 'Você recebeu um convite para colaborar.',
    invitedIn: 'Você recebeu um convite para colaborar em {app}.',
    role: 'Sua função',
    canUse: 'Você pode usar',
    canUseAll: 'Tudo em {workspace}',
    canUseAllOf: 'Tudo em {workspace}: {contents}',
    willSee: 'Os outros verão',
    willSeeYou: 'Seu nome, seu e-mail e o que você criar lá',
    joiningAs: 'Participando como',
    join: 'Participar de {workspace}',
    decline: 'Recusar',
    expires: 'O convite expira em {date}.',

    signInTitle: 'Entre para participar de {workspace}',
    signIn: 'Entrar para aceitar',
    signInYourself: 'Entre na sua conta e abra este link de novo.',
    sentTo: 'Enviado para',

    strangerTitle: 'Este convite é para outra conta',
    strangerBy: '{name} convidou outro endereço. Troque de conta para aceitar; este link continua funcionando.',
    stranger: 'Outro endereço foi convidado. Troque de conta para aceitar; este link continua funcionando.',
    workspace: 'Espaço de trabalho',
    signedInAs: 'Sessão iniciada como',
    switchAccount: 'Trocar de conta',
    ask: 'Copiar uma mensagem para {name}',
    asked: 'Copiada. Envie para {name}',
    askText: 'Você pode convidar {email} para {workspace}? Seu convite foi para outro endereço meu.',
    leave: 'Manter a sessão e sair da página',
    leaveTo: 'Manter a sessão e ir para {app}',

    unverifiedTitle: 'Confirme primeiro seu endereço de e-mail',
    unverified:
      'O convite para {workspace} é para {email}. Confirme que esse endereço é seu e volte: este link continua funcionando.',
    verify: 'Confirmar endereço de e-mail',
    verified: 'Já confirmei',

    memberTitle: 'Você está em {workspace}',
    member: 'Você já é membro. Não há nada para aceitar.',
    joined: 'Agora você faz parte. Você pode usar tudo o que há nele.',
    open: 'Abrir {workspace}',

    fullTitle: '{workspace} está cheio',
    full: 'Todas as {max} vagas estão ocupadas. Quando houver vaga, este link volta a funcionar.',
    tryAgain: 'Tentar novamente',

    expiredTitle: 'Este convite expirou',
    expired: 'Ele valia até {date}. Peça um novo.',
    revokedTitle: 'Este convite foi revogado',
    revoked: 'Não é mais possível participar de {workspace} com ele. Se achar que foi um engano, peça um novo.',
    declinedTitle: 'Você recusou este convite',
    declined: 'Você não participa de {workspace}. Se mudar de ideia, peça um novo.',
    replacedTitle: 'Há um convite mais recente',
    replaced: 'Este link deixou de funcionar quando o convite foi enviado de novo. Abra o link do e-mail mais recente.',
    acceptedTitle: 'Este convite já foi usado',
    accepted: 'Você não é mais membro de {workspace}. Para voltar, peça um novo convite.',

    deadTitle: 'Este link de convite não funciona',
    dead: 'Ele pode ter expirado, sido revogado ou substituído por um mais novo. Peça um novo link a quem convidou você.',
    deadSignIn: 'Entrar para saber mais',

    failedTitle: 'O convite não foi carregado',
  },
};
