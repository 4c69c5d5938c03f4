import type { Translation } from '../translation.js';

export const errors: Translation<'errors' | 'billingErrors'> = {
  errors: {
    unauthenticated: 'Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es erneut.',
    payment_required: 'Das ist im Tarif dieses Arbeitsbereichs nicht enthalten.',
    forbidden: 'Dazu fehlt Ihnen in diesem Arbeitsbereich die Berechtigung.',
    not_found: 'Das gibt es hier nicht mehr.',
    conflict: 'Jemand anderes hat das gleichzeitig geändert. Prüfen Sie den neuen Stand und versuchen Sie es erneut.',
    limit_exceeded: 'Dieser Arbeitsbereich ist voll: {used} von {max} Plätzen sind belegt.',
    validation: 'Eine Angabe stimmt nicht. Prüfen Sie sie und versuchen Sie es erneut.',
    rate_limited: 'Das war viel auf einmal. Warten Sie kurz und versuchen Sie es erneut.',
    internal: 'Bei uns ist etwas schiefgegangen. Es wurde nichts geändert; versuchen Sie es erneut.',
    unsupported: 'Das steht hier nicht zur Verfügung.',
    unavailable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    missing_permission: 'Ihre Rolle erlaubt das nicht.',
    past_due:
      'Eine Zahlung für diesen Arbeitsbereich ist fehlgeschlagen. Bis sie beglichen ist, kann niemand eingeladen werden.',
    above_own_role: 'Das geht nicht bei jemandem, dessen Rolle über Ihrer steht.',
    owners_only: 'Das können nur Inhaber.',
    email_unverified: 'Bestätigen Sie zuerst Ihre E-Mail-Adresse.',
    wrong_address: 'Diese Einladung gilt für eine andere Adresse.',
    cross_origin: 'Diese Seite darf hier nichts ändern.',
    not_creator: 'Wer das öffnen kann, ändern nur Ersteller, Admins und Inhaber.',
    last_owner: 'Ein Arbeitsbereich braucht einen Inhaber. Machen Sie zuerst jemand anderen zum Inhaber.',
    self_removal: 'Sie können sich nicht selbst entfernen. Verlassen Sie stattdessen den Arbeitsbereich.',
    home_workspace: 'Das ist Ihr eigener Arbeitsbereich. Er kann nicht gelöscht werden.',
    already_member: 'Ist bereits Mitglied dieses Arbeitsbereichs.',
    already_invited: 'Ist bereits in diesen Arbeitsbereich eingeladen.',
    invitation_expired: 'Diese Einladung ist abgelaufen. Bitten Sie um eine neue.',
    invitation_revoked: 'Diese Einladung wurde zurückgezogen.',
    invitation_declined: 'Diese Einladung wurde abgelehnt.',
    invitation_accepted: 'Diese Einladung wurde bereits verwendet.',
    sole_owner_of_shared_workspaces:
      'Einige Arbeitsbereiche hätten dann keinen Inhaber mehr. Übertragen Sie sie zuerst.',
    idempotency_key_reused:
      'Das wurde zweimal mit verschiedenem Inhalt gesendet. Laden Sie neu und versuchen Sie es erneut.',
    idempotency_in_progress: 'Das wird gerade noch ausgeführt. Warten Sie einen Moment.',
    network: 'Sie sind offenbar offline. Es ging nichts verloren; versuchen Sie es erneut.',
    timeout: 'Der Server hat zu lange nicht geantwortet. Versuchen Sie es erneut.',
    billing_not_configured: 'Die Abrechnung ist auf dem Server nicht eingerichtet.',
    mail_not_configured: 'Einladungen können nicht gesendet werden: E-Mail ist auf dem Server nicht eingerichtet.',
    entity_kind: 'Diese Inhalte sind anders abgelegt, als der Server erwartet. Wer die App betreibt, kann das beheben.',
    shutting_down: 'Der Server startet neu. Versuchen Sie es gleich noch einmal.',
  },
  billingErrors: {
    declined:
      'Die Bank hat die Zahlung ohne Angabe eines Grundes abgelehnt. Es wurde nichts abgebucht. Nutzen Sie eine andere Zahlungsmethode oder fragen Sie die Bank.',
    insufficient_funds:
      'Das Konto ist nicht gedeckt. Es wurde nichts abgebucht. Nutzen Sie eine andere Zahlungsmethode.',
    expired_card: 'Die Karte ist abgelaufen. Es wurde nichts abgebucht. Fügen Sie eine neue hinzu.',
    incorrect_cvc: 'Die Prüfnummer war falsch. Es wurde nichts abgebucht. Fügen Sie die Karte erneut hinzu.',
    authentication_required:
      'Die Bank verlangt, dass die Zahlung bestätigt wird, und das ist nicht geschehen. Es wurde nichts abgebucht; versuchen Sie es erneut.',
    processing_error: 'Die Bank war nicht erreichbar. Es wurde nichts abgebucht; versuchen Sie es gleich noch einmal.',
    no_payment_method: 'Es ist noch keine Zahlungsmethode hinterlegt. Fügen Sie zuerst eine hinzu.',
    quote_changed: 'Der Betrag hat sich inzwischen geändert. Prüfen Sie den neuen und bestätigen Sie dann erneut.',
    no_change: 'Das haben Sie bereits.',
    no_subscription: 'Es gibt keinen Tarif mehr, der geändert werden könnte.',
    nothing_due: 'Es ist nichts mehr zu zahlen.',
    payment_in_progress:
      'Eine Zahlung läuft noch. Warten Sie, bis sie abgeschlossen ist, und versuchen Sie es dann erneut.',
    seats_below_members: 'Hier sind, mit den Einladungen, mehr Personen als Plätze. Entfernen Sie zuerst einige.',
    last_payment_method:
      'Dieser Arbeitsbereich zahlt damit. Fügen Sie zuerst eine andere hinzu oder kündigen Sie den Tarif.',
    tax_id_invalid: 'Diese Steuernummer ist in ihrem Land nicht gültig.',
    stripe: 'Stripe ist nicht erreichbar. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.',
  },
};
