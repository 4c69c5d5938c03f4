import type { InvitationWords } from '../words.js';

export const zhHans: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null ? `邀请你加入 ${app} 上的“${workspace}”` : `${inviter} 邀请你加入 ${app} 上的“${workspace}”`,
  title: ({ workspace }) => `加入“${workspace}”`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `你收到了在 ${app} 的“${workspace}”中一起工作的邀请。`
      : `${inviter} 邀请你在 ${app} 的“${workspace}”中一起工作。`,
  role: {
    owner: '你将以所有者身份加入：可以管理一切，包括账单。',
    admin: '你将以管理员身份加入：可以邀请他人并管理成员。',
    member: '你将以成员身份加入。',
  },
  button: '查看邀请',
  link: '如果按钮无法使用，请打开以下地址：',
  expiry: ({ email, date }) => `此邀请发送给 ${email}，可在 ${date}之前接受。`,
  unexpected: '如果你并未预料到此邀请，可以忽略这封邮件：在你接受之前，不会发生任何事情。',
};
