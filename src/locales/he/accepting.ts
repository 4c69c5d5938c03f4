import type { Translation } from '../translation.js';

export const accepting: Translation<'acceptInvitation'> = {
  acceptInvitation: {
    loading: 'ההזמנה נטענת',
    unexpected: 'לא ציפית לזה? אפשר לסגור את הדף. דבר לא קורה ללא אישורך.',

    joinTitle: 'הצטרפות אל {workspace}',
    invitedBy: 'הזמנה מאת {name} לעבוד יחד.',
    invitedByIn: 'הזמנה מאת {name} לעבוד יחד ב־{app}.',
    invited: 'קיבלת הזמנה לעבוד יחד.',
    invitedIn: 'קיבלת הזמנה לעבוד יחד ב־{app}.',
    role: 'התפקיד שלך',
    canUse: 'לשימושך',
    canUseAll: 'כל מה שיש ב־{workspace}',
    canUseAllOf: 'כל מה שיש ב־{workspace}: {contents}',
    willSee: 'אחרים יראו',
    willSeeYou: 'את שמך, את כתובת הדוא״ל שלך ואת מה שיווצר שם על ידך',
    joiningAs: 'הצטרפות בשם',
    join: 'הצטרפות אל {workspace}',
    decline: 'דחייה',
    expires: 'תוקף ההזמנה פג ב־{date}.',

    signInTitle: 'כניסה כדי להצטרף אל {workspace}',
    signIn: 'כניסה ואישור',
    signInYourself: 'יש להיכנס לחשבון ואז לפתוח שוב את הקישור הזה.',
    sentTo: 'נשלחה אל',

    strangerTitle: 'ההזמנה הזאת מיועדת לחשבון אחר',
    strangerBy: 'ההזמנה מאת {name} מיועדת לכתובת אחרת. כדי לאשר יש להחליף חשבון; הקישור ממשיך לפעול.',
    stranger: 'ההזמנה מיועדת לכתובת אחרת. כדי לאשר יש להחליף חשבון; הקישור ממשיך לפעול.',
    workspace: 'סביבת עבודה',
    signedInAs: 'החשבון הנוכחי',
    switchAccount: 'החלפת חשבון',
    ask: 'העתקת הודעה אל {name}',
    asked: 'הועתק. אפשר לשלוח אל {name}',
    askText: 'אפשר להזמין את {email} אל {workspace}? ההזמנה הגיעה לכתובת אחרת שלי.',
    leave: 'להישאר בחשבון ולצאת מהדף',
    leaveTo: 'להישאר בחשבון ולעבור אל {app}',

    unverifiedTitle: 'קודם יש לאמת את כתובת הדוא״ל',
    unverified: 'ההזמנה אל {workspace} מיועדת אל {email}. יש לאמת שהכתובת שלך ואז לחזור: הקישור ממשיך לפעול.',
    verify: 'אימות כתובת הדוא״ל',
    verified: 'הכתובת אומתה',

    memberTitle: 'מקומך כבר ב־{workspace}',
    member: 'החברות שלך כבר קיימת. אין מה לאשר.',
    joined: 'ההצטרפות הושלמה. כל מה שיש שם לשימושך.',
    open: 'פתיחת {workspace}',

    fullTitle: 'אין מקום ב־{workspace}',
    full: 'כל {max} המקומות תפוסים. כשיתפנה מקום, הקישור יפעל שוב.',
    tryAgain: 'ניסיון חוזר',

    expiredTitle: 'תוקף ההזמנה פג',
    expired: 'היא הייתה בתוקף עד {date}. אפשר לבקש הזמנה חדשה.',
    revokedTitle: 'ההזמנה בוטלה',
    revoked: 'אי אפשר להצטרף בה אל {workspace}. אם זו טעות, אפשר לבקש הזמנה חדשה.',
    declinedTitle: 'ההזמנה נדחתה על ידך',
    declined: 'לא הצטרפת אל {workspace}. אם דעתך השתנתה, אפשר לבקש הזמנה חדשה.',
    replacedTitle: 'יש הזמנה חדשה יותר',
    replaced: 'הקישור הזה הפסיק לפעול כשההזמנה נשלחה שוב. יש לפתוח את הקישור בהודעה האחרונה.',
    acceptedTitle: 'ההזמנה כבר נוצלה',
    accepted: 'החברות שלך ב־{workspace} הסתיימה. כדי לחזור יש לבקש הזמנה חדשה.',

    deadTitle: 'קישור ההזמנה אינו פועל',
    dead: 'ייתכן שתוקפו פג, שהוא בוטל או שהוחלף בקישור חדש יותר. אפשר לבקש קישור חדש ממי ששלח את ההזמנה.',
    deadSignIn: 'כניסה לפרטים נוספים',

    failedTitle: 'ההזמנה לא נטענה',
  },
};
