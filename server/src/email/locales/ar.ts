import type { InvitationWords } from '../words.js';

export const ar: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null
      ? `دعوة للانضمام إلى ${workspace} على ${app}`
      : `دعوة من ${inviter} للانضمام إلى ${workspace} على ${app}`,
  title: ({ workspace }) => `الانضمام إلى ${workspace}`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `وصلتك دعوة للعمل معًا في ${workspace} على ${app}.`
      : `وصلتك دعوة من ${inviter} للعمل معًا في ${workspace} على ${app}.`,
  role: {
    owner: 'سيكون دورك «مالك»: يمكنك إدارة كل شيء، بما في ذلك الفوترة.',
    admin: 'سيكون دورك «مشرف»: يمكنك دعوة الأشخاص وإدارة الأعضاء.',
    member: 'سيكون دورك «عضو».',
  },
  button: 'عرض الدعوة',
  link: 'إذا لم يعمل الزر، فافتح هذا العنوان:',
  expiry: ({ email, date }) => `هذه الدعوة موجهة إلى ${email} ويمكن قبولها حتى ${date}.`,
  unexpected: 'إذا لم تكن هذه الدعوة متوقعة، فيمكنك تجاهل هذه الرسالة: لن يحدث شيء قبل القبول.',
};
