import type { AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerEnvelope } from 'smtp-server';

/** What a mail server says to a mail: nothing where it takes it, or its refusal. */
export type Verdict = { code: number; text: string } | null;

/** A real mail server on the loopback. */
export interface TestMailServer {
  readonly url: string;
  /** What arrived, with whom it was for. */
  readonly arrived: { to: string[]; mail: ParsedMail }[];
  /** Decides about each recipient. */
  judge: (recipient: string) => Verdict;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<TestMailServer> {
  const arrived: TestMailServer['arrived'] = [];
  const receive = async (stream: SMTPServerDataStream, { rcptTo }: SMTPServerEnvelope): Promise<void> => {
    const mail = await simpleParser(stream);
    arrived.push({ to: rcptTo.map(({ address }) => address), mail });
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const refusal = test.judge(address);
      done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null);
    },
    onData: (stream, { envelope }, done) => void callbackify(receive)(stream, envelope, (error) => done(error)),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const test: TestMailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    judge: () => null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return test;
}
