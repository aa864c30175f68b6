import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  to: string;
  messageId: string;
  text: string;
}

/** A real mail server of the test's own. What it does with a mail may be changed while it runs. */
export async function mailServer() {
  const received: Received[] = [];
  const behaviour: {
    /** Refuses a recipient with this code. */
    refuse: Map<string, number>;
    /** Hears that the text of a mail begins to come in. */
    onText?: (() => void) | undefined;
    /** Waited for after a mail was accepted, before the server says so. */
    beforeAnswer?: (() => Promise<void>) | undefined;
  } = { refuse: new Map() };
  let port = 0;
  let server: SMTPServer;
  const open = async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 20,
      onRcptTo({ address }, _session, callback) {
        const code = behaviour.refuse.get(address);
        callback(code ? Object.assign(new Error(`no <${address}> here`), { responseCode: code }) : null);
      },
      onData(stream, session, callback) {
        const chunks: Buffer[] = [];
        let begun = false;
        stream.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          if (!begun) behaviour.onText?.();
          begun = true;
        });
        stream.on('error', () => {});
        stream.on('end', async () => {
          const text = Buffer.concat(chunks).toString();
          received.push({
            to: session.envelope.rcptTo[0]!.address,
            messageId: /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '',
            text,
          });
          await behaviour.beforeAnswer?.();
          callback();
        });
      },
    });
    // A client that dies in the middle is no fault of the server's.
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
    port = (server.server.address() as AddressInfo).port;
  };
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  await open();
  return {
    received,
    behaviour,
    url: () => `smtp://127.0.0.1:${port}`,
    /** Down: nobody answers at its port any more. */
    down: close,
    up: open,
    close,
  };
}
