import type { Translation } from '../translation.js';

export const accepting: Translation<'acceptInvitation'> = {
  acceptInvitation: {
    loading: 'Die Einladung wird geladen',
    unexpected: 'Kommt das unerwartet? Schließen Sie einfach diese Seite. Ohne Ihre Zustimmung geschieht nichts.',

    joinTitle: '{workspace} beitreten',
    invitedBy: '{name} lädt Sie zur Zusammenarbeit ein.',
    invitedByIn: '{name} lädt Sie zur Zusammenarbeit in {app} ein.',
    invited: 'Sie sind zur Zusammenarbeit eingeladen.',
    invitedIn: 'Sie sind zur Zusammenarbeit in {app} eingeladen.',
    role: 'Ihre Rolle',
    canUse: 'Sie können nutzen',
    canUseAll: 'Alles in {workspace}',
    canUseAllOf: 'Alles in {workspace}: {contents}',
    willSee: 'Andere sehen',
    willSeeYou: 'Ihren Namen, Ihre E-Mail-Adresse und was Sie dort erstellen',
    joiningAs: 'Beitritt als',
    join: '{workspace} beitreten',
    decline: 'Ablehnen',
    expires: 'Die Einladung läuft am {date} ab.',

    signInTitle: 'Melden Sie sich an, um {workspace} beizutreten',
    signIn: 'Anmelden und annehmen',
    signInYourself: 'Melden Sie sich an und öffnen Sie diesen Link dann erneut.',
    sentTo: 'Gesendet an',

    strangerTitle: 'Diese Einladung gilt für ein anderes Konto',
    strangerBy:
      '{name} hat eine andere Adresse eingeladen. Wechseln Sie das Konto, um anzunehmen; dieser Link gilt weiter.',
    stranger: 'Eine andere Adresse wurde eingeladen. Wechseln Sie das Konto, um anzunehmen; dieser Link gilt weiter.',
    workspace: 'Arbeitsbereich',
    signedInAs: 'Angemeldet als',
    switchAccount: 'Konto wechseln',
    ask: 'Nachricht an {name} kopieren',
    asked: 'Kopiert. Senden Sie sie an {name}',
    askText: 'Können Sie {email} zu {workspace} einladen? Ihre Einladung ging an eine andere meiner Adressen.',
    leave: 'Angemeldet bleiben und Seite verlassen',
    leaveTo: 'Angemeldet bleiben und zu {app}',

    unverifiedTitle: 'Bestätigen Sie zuerst Ihre E-Mail-Adresse',
    unverified:
      'Die Einladung zu {workspace} gilt für {email}. Bestätigen Sie, dass diese Adresse Ihnen gehört, und kommen Sie dann zurück: Dieser Link gilt weiter.',
    verify: 'E-Mail-Adresse bestätigen',
    verified: 'Ich habe sie bestätigt',

    memberTitle: 'Sie sind in {workspace}',
    member: 'Sie sind bereits Mitglied. Es gibt nichts anzunehmen.',
    joined: 'Sie sind beigetreten. Alles darin steht Ihnen zur Verfügung.',
    open: '{workspace} öffnen',

    fullTitle: '{workspace} ist voll',
    full: 'Alle {max} Plätze sind belegt. Sobald wieder Platz ist, funktioniert dieser Link.',
    tryAgain: 'Erneut versuchen',

    expiredTitle: 'Diese Einladung ist abgelaufen',
    expired: 'Sie galt bis zum {date}. Bitten Sie um eine neue.',
    revokedTitle: 'Diese Einladung wurde zurückgezogen',
    revoked: 'Sie können {workspace} damit nicht mehr beitreten. Falls das ein Irrtum ist, bitten Sie um eine neue.',
    declinedTitle: 'Sie haben diese Einladung abgelehnt',
    declined: 'Sie sind {workspace} nicht beigetreten. Wenn Sie es sich anders überlegen, bitten Sie um eine neue.',
    replacedTitle: 'Es gibt eine neuere Einladung',
    replaced:
      'Dieser Link gilt nicht mehr, seit die Einladung erneut gesendet wurde. Öffnen Sie den Link in der neuesten E-Mail.',
    acceptedTitle: 'Diese Einladung wurde bereits verwendet',
    accepted: 'Sie sind kein Mitglied von {workspace} mehr. Bitten Sie für eine Rückkehr um eine neue Einladung.',

    deadTitle: 'Dieser Einladungslink funktioniert nicht',
    dead: 'Er ist abgelaufen, zurückgezogen oder durch einen neueren ersetzt worden. Bitten Sie die Person, die Sie eingeladen hat, um einen neuen Link.',
    deadSignIn: 'Anmelden, um mehr zu erfahren',

    failedTitle: 'Die Einladung wurde nicht geladen',
  },
};
