import type { Translation } from '../translation.js';

export const accepting: Translation<'acceptInvitation'> = {
  acceptInvitation: {
    loading: '正在加载邀请',
    unexpected: '没想到会收到邀请？你可以关闭此页面。在你接受之前，不会有任何变化。',

    joinTitle: '加入 {workspace}',
    invitedBy: '{name} 邀请你一起协作。',
    invitedByIn: '{name} 邀请你在 {app} 中一起协作。',
    invited: '你受邀一起协作。',
    invitedIn: '你受邀在 {app} 中一起协作。',
    role: '你的角色',
    canUse: '你可以使用',
    canUseAll: '{workspace} 中的所有内容',
    canUseAllOf: '{workspace} 中的所有内容：{contents}',
    willSee: '其他人将看到',
    willSeeYou: '你的姓名和邮箱，以及你在其中创建的内容',
    joiningAs: '加入所用账号',
    join: '加入 {workspace}',
    decline: '拒绝',
    expires: '此邀请将于 {date} 过期。',

    signInTitle: '登录以加入 {workspace}',
    signIn: '登录并接受',
    signInYourself: '登录后再次打开此链接。',
    sentTo: '发送至',

    strangerTitle: '此邀请属于另一个账号',
    strangerBy: '{name} 邀请的是另一个地址。切换账号即可接受，此链接仍然有效。',
    stranger: '受邀的是另一个地址。切换账号即可接受，此链接仍然有效。',
    workspace: '工作区',
    signedInAs: '当前登录账号',
    switchAccount: '切换账号',
    ask: '复制给 {name} 的消息',
    asked: '已复制，可发送给 {name}',
    askText: '可以邀请 {email} 加入 {workspace} 吗？之前的邀请发到了我的另一个地址。',
    leave: '保持登录并离开',
    leaveTo: '保持登录并前往 {app}',

    unverifiedTitle: '先验证你的邮箱地址',
    unverified: '加入 {workspace} 的邀请是发给 {email} 的。验证该地址属于你，然后返回此处：此链接仍然有效。',
    verify: '验证邮箱地址',
    verified: '我已完成验证',

    memberTitle: '你已在 {workspace} 中',
    member: '你已经是成员，无需再接受邀请。',
    joined: '你已加入，其中的所有内容都可以使用。',
    open: '打开 {workspace}',

    fullTitle: '{workspace} 已满',
    full: '全部 {max} 个席位均已占用。有空位后，此链接即可再次使用。',
    tryAgain: '重试',

    expiredTitle: '此邀请已过期',
    expired: '有效期至 {date}。你可以请对方重新邀请。',
    revokedTitle: '此邀请已被撤销',
    revoked: '你无法再用它加入 {workspace}。如果你认为有误，可以请对方重新邀请。',
    declinedTitle: '你已拒绝此邀请',
    declined: '你尚未加入 {workspace}。如果改变主意，可以请对方重新邀请。',
    replacedTitle: '有更新的邀请',
    replaced: '邀请重新发送后，此链接已失效。打开最新邮件中的链接即可。',
    acceptedTitle: '此邀请已被使用',
    accepted: '你已不再是 {workspace} 的成员。如需返回，可以请对方重新邀请。',

    deadTitle: '此邀请链接无效',
    dead: '它可能已过期、被撤销，或已被更新的链接取代。可以向邀请你的人索取新链接。',
    deadSignIn: '登录以了解详情',

    failedTitle: '邀请未能加载',
  },
};
