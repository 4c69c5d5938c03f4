import type { InvitationWords } from '../words.js';

export const ja: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null
      ? `${app}の「${workspace}」に招待されています`
      : `${inviter}さんから${app}の「${workspace}」への招待が届いています`,
  title: ({ workspace }) => `「${workspace}」に参加`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `${app}の「${workspace}」で一緒に作業するよう招待されています。`
      : `${inviter}さんが、${app}の「${workspace}」で一緒に作業するようあなたを招待しています。`,
  role: {
    owner: 'オーナーとして参加します。お支払いを含むすべてを管理できます。',
    admin: '管理者として参加します。メンバーの招待と管理ができます。',
    member: 'メンバーとして参加します。',
  },
  button: '招待を見る',
  link: 'ボタンが機能しない場合は、次のアドレスを開いてください。',
  expiry: ({ email, date }) => `この招待は${email}宛てで、${date}まで承諾できます。`,
  unexpected: 'お心当たりがない場合は、このメールを無視してください。承諾するまで何も行われません。',
};
