import type { Translation } from '../translation.js';

export const accepting: Translation<'acceptInvitation'> = {
  acceptInvitation: {
    loading: 'Chargement de l’invitation',
    unexpected: 'Vous ne vous y attendiez pas ? Vous pouvez fermer cette page. Rien ne se passe sans votre accord.',

    joinTitle: 'Rejoindre {workspace}',
    invitedBy: '{name} vous invite à collaborer.',
    invitedByIn: '{name} vous invite à collaborer dans {app}.',
    invited: 'Vous êtes invité à collaborer.',
    invitedIn: 'Vous êtes invité à collaborer dans {app}.',
    role: 'Votre rôle',
    canUse: 'Vous pouvez utiliser',
    canUseAll: 'Tout ce qui est dans {workspace}',
    canUseAllOf: 'Tout ce qui est dans {workspace} : {contents}',
    willSee: 'Les autres verront',
    willSeeYou: 'Votre nom, votre adresse e-mail et ce que vous y créez',
    joiningAs: 'Rejoindre en tant que',
    join: 'Rejoindre {workspace}',
    decline: 'Refuser',
    expires: 'L’invitation expire le {date}.',

    signInTitle: 'Connectez-vous pour rejoindre {workspace}',
    signIn: 'Se connecter et accepter',
    signInYourself: 'Connectez-vous, puis ouvrez de nouveau ce lien.',
    sentTo: 'Envoyée à',

    strangerTitle: 'Cette invitation est pour un autre compte',
    strangerBy: '{name} a invité une autre adresse. Changez de compte pour accepter ; ce lien reste valable.',
    stranger: 'Une autre adresse a été invitée. Changez de compte pour accepter ; ce lien reste valable.',
    workspace: 'Espace de travail',
    signedInAs: 'Connecté en tant que',
    switchAccount: 'Changer de compte',
    ask: 'Copier un message pour {name}',
    asked: 'Copié. Envoyez-le à {name}',
    askText: 'Pouvez-vous inviter {email} dans {workspace} ? Votre invitation est arrivée à une autre de mes adresses.',
    leave: 'Rester connecté et quitter la page',
    leaveTo: 'Rester connecté et aller à {app}',

    unverifiedTitle: 'Confirmez d’abord votre adresse e-mail',
    unverified:
      'L’invitation à {workspace} est pour {email}. Confirmez que cette adresse est la vôtre, puis revenez : ce lien reste valable.',
    verify: 'Confirmer l’adresse e-mail',
    verified: 'C’est confirmé',

    memberTitle: 'Vous êtes dans {workspace}',
    member: 'Vous êtes déjà membre. Il n’y a rien à accepter.',
    joined: 'C’est fait. Tout ce qui s’y trouve est à votre disposition.',
    open: 'Ouvrir {workspace}',

    fullTitle: '{workspace} est complet',
    full: 'Les {max} places sont prises. Dès qu’il y en aura une, ce lien fonctionnera de nouveau.',
    tryAgain: 'Réessayer',

    expiredTitle: 'Cette invitation a expiré',
    expired: 'Elle était valable jusqu’au {date}. Demandez-en une nouvelle.',
    revokedTitle: 'Cette invitation a été révoquée',
    revoked: 'Elle ne permet plus de rejoindre {workspace}. Si vous pensez à une erreur, demandez-en une nouvelle.',
    declinedTitle: 'Vous avez refusé cette invitation',
    declined: 'Vous n’avez pas rejoint {workspace}. Si vous changez d’avis, demandez-en une nouvelle.',
    replacedTitle: 'Il existe une invitation plus récente',
    replaced: 'Ce lien a cessé de fonctionner quand l’invitation a été renvoyée. Ouvrez le lien du dernier e-mail.',
    acceptedTitle: 'Cette invitation a déjà servi',
    accepted: 'Vous n’êtes plus membre de {workspace}. Pour revenir, demandez une nouvelle invitation.',

    deadTitle: 'Ce lien d’invitation ne fonctionne pas',
    dead: 'Il a peut-être expiré, été révoqué ou remplacé par un plus récent. Demandez un nouveau lien à la personne qui vous a invité.',
    deadSignIn: 'Se connecter pour en savoir plus',

    failedTitle: 'L’invitation n’a pas été chargée',
  },
};
