import type { Translation } from '../translation.js';

export const accepting: Translation<'acceptInvitation'> = {
  acceptInvitation: {
    loading: 'Cargando la invitación',
    unexpected: '¿No esperabas esto? Puedes cerrar esta página. No pasa nada hasta que aceptes.',

    joinTitle: 'Unirse a {workspace}',
    invitedBy: '{name} te invita a colaborar.',
    invitedByIn: '{name} te invita a colaborar en {app}.',
    invited: 'Tienes una invitación para colaborar.',
    invitedIn: 'Tienes una invitación para colaborar en {app}.',
    role: 'Tu rol',
    canUse: 'Puedes usar',
    canUseAll: 'Todo lo que hay en {workspace}',
    canUseAllOf: 'Todo lo que hay en {workspace}: {contents}',
    willSee: 'Los demás verán',
    willSeeYou: 'Tu nombre, tu correo y lo que crees allí',
    joiningAs: 'Te unes como',
    join: 'Unirse a {workspace}',
    decline: 'Rechazar',
    expires: 'La invitación caduca el {date}.',

    signInTitle: 'Inicia sesión para unirte a {workspace}',
    signIn: 'Iniciar sesión y aceptar',
    signInYourself: 'Inicia sesión y vuelve a abrir este enlace.',
    sentTo: 'Enviada a',

    strangerTitle: 'Esta invitación es para otra cuenta',
    strangerBy: '{name} invitó a otra dirección. Cambia de cuenta para aceptar; este enlace sigue funcionando.',
    stranger: 'Se invitó a otra dirección. Cambia de cuenta para aceptar; este enlace sigue funcionando.',
    workspace: 'Espacio de trabajo',
    signedInAs: 'Sesión iniciada como',
    switchAccount: 'Cambiar de cuenta',
    ask: 'Copiar un mensaje para {name}',
    asked: 'Copiado. Envíalo a {name}',
    askText: '¿Puedes invitar a {email} a {workspace}? Tu invitación llegó a otra de mis direcciones.',
    leave: 'Mantener la sesión y salir',
    leaveTo: 'Mantener la sesión e ir a {app}',

    unverifiedTitle: 'Verifica primero tu dirección de correo',
    unverified:
      'La invitación a {workspace} es para {email}. Verifica que esa dirección es tuya y vuelve: este enlace sigue funcionando.',
    verify: 'Verificar la dirección de correo',
    verified: 'Ya la he verificado',

    memberTitle: 'Estás en {workspace}',
    member: 'Ya eres miembro. No hay nada que aceptar.',
    joined: 'Te has unido. Puedes usar todo lo que contiene.',
    open: 'Abrir {workspace}',

    fullTitle: '{workspace} está lleno',
    full: 'Las {max} plazas están ocupadas. Cuando haya sitio, este enlace volverá a funcionar.',
    tryAgain: 'Reintentar',

    expiredTitle: 'Esta invitación ha caducado',
    expired: 'Era válida hasta el {date}. Pide una nueva.',
    revokedTitle: 'Esta invitación se revocó',
    revoked: 'Ya no sirve para unirse a {workspace}. Si crees que es un error, pide una nueva.',
    declinedTitle: 'Rechazaste esta invitación',
    declined: 'No te has unido a {workspace}. Si cambias de idea, pide una nueva.',
    replacedTitle: 'Hay una invitación más reciente',
    replaced:
      'Este enlace dejó de funcionar cuando la invitación se envió de nuevo. Abre el enlace del correo más reciente.',
    acceptedTitle: 'Esta invitación ya se usó',
    accepted: 'Ya no eres miembro de {workspace}. Para volver, pide una nueva invitación.',

    deadTitle: 'Este enlace de invitación no funciona',
    dead: 'Puede que haya caducado, que se haya revocado o que haya uno más reciente. Pide un nuevo enlace a quien te invitó.',
    deadSignIn: 'Iniciar sesión para saber más',

    failedTitle: 'No se cargó la invitación',
  },
};
