import type { InvitationWords } from '../words.js';

export const he: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null ? `הזמנה להצטרף אל ${workspace} ב-${app}` : `הזמנה מאת ${inviter} להצטרף אל ${workspace} ב-${app}`,
  title: ({ workspace }) => `הצטרפות אל ${workspace}`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `קיבלת הזמנה לעבוד יחד ב-${workspace} ב-${app}.`
      : `קיבלת הזמנה מאת ${inviter} לעבוד יחד ב-${workspace} ב-${app}.`,
  role: {
    owner: 'ההצטרפות היא בתפקיד בעלים: אפשר לנהל הכול, כולל החיוב.',
    admin: 'ההצטרפות היא בתפקיד מנהל: אפשר להזמין אנשים ולנהל חברים.',
    member: 'ההצטרפות היא בתפקיד חבר.',
  },
  button: 'הצגת ההזמנה',
  link: 'אם הכפתור לא פועל, אפשר לפתוח את הכתובת הבאה:',
  expiry: ({ email, date }) => `ההזמנה מיועדת אל ${email} ואפשר לאשר אותה עד ${date}.`,
  unexpected: 'אם לא ציפית להזמנה, אפשר להתעלם מהודעה זו: דבר לא יקרה לפני אישורך.',
};
