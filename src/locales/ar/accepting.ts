import type { Translation } from '../translation.js';

export const accepting: Translation<'acceptInvitation'> = {
  acceptInvitation: {
    loading: 'جارٍ تحميل الدعوة',
    unexpected: 'لم تكن هذه الدعوة متوقعة؟ يكفي إغلاق هذه الصفحة، فلن يحدث شيء دون قبولها.',

    joinTitle: 'الانضمام إلى {workspace}',
    invitedBy: 'وصلتك من {name} دعوة للعمل معًا.',
    invitedByIn: 'وصلتك من {name} دعوة للعمل معًا في {app}.',
    invited: 'وصلتك دعوة للعمل معًا.',
    invitedIn: 'وصلتك دعوة للعمل معًا في {app}.',
    role: 'دورك',
    canUse: 'يمكنك استخدام',
    canUseAll: 'كل ما في {workspace}',
    canUseAllOf: 'كل ما في {workspace}: {contents}',
    willSee: 'سيرى الآخرون',
    willSeeYou: 'اسمك وبريدك الإلكتروني وما تنشئه هناك',
    joiningAs: 'الانضمام باسم',
    join: 'الانضمام إلى {workspace}',
    decline: 'رفض',
    expires: 'تنتهي صلاحية الدعوة في {date}.',

    signInTitle: 'سجِّل الدخول للانضمام إلى {workspace}',
    signIn: 'تسجيل الدخول والقبول',
    signInYourself: 'سجِّل الدخول ثم افتح هذا الرابط مرة أخرى.',
    sentTo: 'أُرسلت إلى',

    strangerTitle: 'هذه الدعوة لحساب آخر',
    strangerBy: 'الدعوة من {name} موجَّهة إلى عنوان آخر. بدِّل الحساب لقبولها؛ يبقى هذا الرابط صالحًا.',
    stranger: 'الدعوة موجَّهة إلى عنوان آخر. بدِّل الحساب لقبولها؛ يبقى هذا الرابط صالحًا.',
    workspace: 'مساحة العمل',
    signedInAs: 'الحساب الحالي',
    switchAccount: 'تبديل الحساب',
    ask: 'نسخ رسالة إلى {name}',
    asked: 'تم النسخ. أرسلها إلى {name}',
    askText: 'هل يمكن دعوة {email} إلى {workspace}؟ وصلت دعوتك إلى عنوان آخر من عناويني.',
    leave: 'البقاء بهذا الحساب ومغادرة الصفحة',
    leaveTo: 'البقاء بهذا الحساب والانتقال إلى {app}',

    unverifiedTitle: 'أكِّد عنوان بريدك الإلكتروني أولًا',
    unverified: 'الدعوة إلى {workspace} موجَّهة إلى {email}. أكِّد أن هذا العنوان لك ثم عد إلى هنا: يبقى هذا الرابط صالحًا.',
    verify: 'تأكيد عنوان البريد الإلكتروني',
    verified: 'أكَّدته',

    memberTitle: 'أنت في {workspace}',
    member: 'عضويتك قائمة بالفعل، ولا شيء يحتاج إلى قبول.',
    joined: 'تم انضمامك، وكل ما في مساحة العمل متاح لك.',
    open: 'فتح {workspace}',

    fullTitle: '{workspace} ممتلئة',
    full: 'كل المقاعد مشغولة، وعددها {max}. يعمل هذا الرابط من جديد متى توفَّر مكان.',
    tryAgain: 'إعادة المحاولة',

    expiredTitle: 'انتهت صلاحية هذه الدعوة',
    expired: 'كانت صالحة حتى {date}. اطلب دعوة جديدة.',
    revokedTitle: 'أُلغيت هذه الدعوة',
    revoked: 'لم يعد بالإمكان الانضمام بها إلى {workspace}. إن كان في ذلك خطأ فاطلب دعوة جديدة.',
    declinedTitle: 'رفضتَ هذه الدعوة',
    declined: 'لم يتم انضمامك إلى {workspace}. إن غيَّرتَ رأيك فاطلب دعوة جديدة.',
    replacedTitle: 'هناك دعوة أحدث',
    replaced: 'توقف هذا الرابط عن العمل عند إرسال الدعوة من جديد. افتح الرابط الوارد في أحدث رسالة.',
    acceptedTitle: 'سبق استخدام هذه الدعوة',
    accepted: 'لم تعد عضوًا في {workspace}. اطلب دعوة جديدة للعودة.',

    deadTitle: 'رابط الدعوة هذا لا يعمل',
    dead: 'ربما انتهت صلاحيته أو أُلغي أو حلَّ محله رابط أحدث. اطلب رابطًا جديدًا ممن دعاك.',
    deadSignIn: 'تسجيل الدخول لمعرفة المزيد',

    failedTitle: 'لم يتم تحميل الدعوة',
  },
};
