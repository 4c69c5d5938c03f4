import type { Translation } from '../translation.js';

export const accepting: Translation<'acceptInvitation'> = {
  acceptInvitation: {
    loading: '招待を読み込み中',
    unexpected: '心当たりがない場合は、このページを閉じてかまいません。承諾するまで何も行われません。',

    joinTitle: '{workspace}に参加',
    invitedBy: '{name}さんから共同作業に招待されています。',
    invitedByIn: '{name}さんから{app}での共同作業に招待されています。',
    invited: '共同作業に招待されています。',
    invitedIn: '{app}での共同作業に招待されています。',
    role: 'あなたのロール',
    canUse: '利用できるもの',
    canUseAll: '{workspace}のすべて',
    canUseAllOf: '{workspace}のすべて：{contents}',
    willSee: '他のメンバーに表示されるもの',
    willSeeYou: 'あなたの名前とメールアドレス、ここで作成したもの',
    joiningAs: 'アカウント',
    join: '{workspace}に参加',
    decline: '辞退',
    expires: 'この招待の有効期限は{date}です。',

    signInTitle: 'サインインして{workspace}に参加',
    signIn: 'サインインして承諾',
    signInYourself: 'サインインしてから、このリンクをもう一度開いてください。',
    sentTo: '送信先',

    strangerTitle: 'この招待は別のアカウント宛てです',
    strangerBy:
      '{name}さんは別のアドレスを招待しました。承諾するにはアカウントを切り替えてください。このリンクは引き続き使えます。',
    stranger:
      '招待されたのは別のアドレスです。承諾するにはアカウントを切り替えてください。このリンクは引き続き使えます。',
    workspace: 'ワークスペース',
    signedInAs: 'サインイン中のアカウント',
    switchAccount: 'アカウントを切り替え',
    ask: '{name}さんへのメッセージをコピー',
    asked: 'コピーしました。{name}さんに送ってください',
    askText: '{email}を{workspace}に招待していただけますか？いただいた招待は、私の別のアドレスに届いていました。',
    leave: 'サインインしたまま離れる',
    leaveTo: 'サインインしたまま{app}へ移動',

    unverifiedTitle: '先にメールアドレスの確認が必要です',
    unverified:
      '{workspace}への招待は{email}宛てです。このアドレスがあなたのものであることを確認してから、ここに戻ってください。このリンクは引き続き使えます。',
    verify: 'メールアドレスを確認',
    verified: '確認が済みました',

    memberTitle: '{workspace}に参加しています',
    member: 'すでにメンバーです。承諾の必要はありません。',
    joined: '参加しました。すべてをご利用いただけます。',
    open: '{workspace}を開く',

    fullTitle: '{workspace}は満員です',
    full: '{max}枠すべてが埋まっています。空きができると、このリンクをまた使えます。',
    tryAgain: '再試行',

    expiredTitle: 'この招待は期限切れです',
    expired: '有効期限は{date}まででした。新しい招待を依頼してください。',
    revokedTitle: 'この招待は取り消されました',
    revoked: 'この招待では{workspace}に参加できなくなりました。間違いと思われる場合は、新しい招待を依頼してください。',
    declinedTitle: 'この招待は辞退済みです',
    declined: '{workspace}には参加していません。参加したくなったら、新しい招待を依頼してください。',
    replacedTitle: '新しい招待があります',
    replaced: '招待が再送されたため、このリンクは使えなくなりました。最新のメールのリンクを開いてください。',
    acceptedTitle: 'この招待は使用済みです',
    accepted: '現在は{workspace}のメンバーではありません。再び参加するには、新しい招待を依頼してください。',

    deadTitle: 'この招待リンクは使えません',
    dead: '期限切れか、取り消されたか、新しいリンクに置き換えられた可能性があります。招待した人に新しいリンクを依頼してください。',
    deadSignIn: 'サインインして詳細を確認',

    failedTitle: '招待を読み込めませんでした',
  },
};
