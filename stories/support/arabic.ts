import type { Catalogue } from '../../src/i18n/index.js';

/** Enough Arabic for right-to-left stories; not a translation that is shipped. */
export const arabic: Catalogue = {
  roles: { owner: 'مالك', admin: 'مشرف', member: 'عضو' },
  membersTable: {
    title: 'الأعضاء',
    description: 'يستطيع كل من هنا استخدام ما تتم مشاركته في {workspace}.',
    invite: 'دعوة أشخاص',
    search: 'ابحث بالاسم أو البريد',
    allRoles: 'كل الأدوار',
    invited: 'بانتظار القبول',
    role: 'الدور',
    joined: 'تاريخ الانضمام',
    invitation: 'الدعوة',
    you: '(أنت)',
    billingContact: 'جهة الفوترة',
    invitedBy: 'دعاه {name} في {date}',
    invitedByYou: 'دعوتَه في {date}',
    expires: 'تنتهي {when}',
    expired: 'انتهت {when}',
    changeRole: 'تغيير الدور',
    makeBillingContact: 'تعيين جهةً للفوترة',
    transfer: 'نقل الملكية…',
    copyEmail: 'نسخ البريد الإلكتروني',
    remove: 'إزالة من مساحة العمل…',
  },
};
