import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AssistantService } from './askAssistant.ts';

/** What reached the stand-in: one entry a request. */
export interface Request {
  path: string;
  authorization: string | undefined;
  /** As sent, unparsed. */
  body: string;
  /** What the assistant is shown of the document. */
  shown: { headings: string[]; paragraph: string };
}

export type Behaviour = (response: ServerResponse, request: Request) => void;

export interface StandIn {
  service: AssistantService;
  requests: Request[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** An OpenAI-compatible service of the tests' own, on this machine alone; it finds nothing until told how to behave. */
export async function standIn(): Promise<StandIn> {
  const requests: Request[] = [];
  let behaviour: Behaviour = tells([]);
  const server = createServer((message, response) => {
    bodyOf(message).then((body) => {
      const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
      const shown = JSON.parse(messages.at(-1)!.content) as Request['shown'];
      const request = { path: message.url ?? '', authorization: message.headers.authorization, body, shown };
      requests.push(request);
      behaviour(response, request);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    service: { url: `http://127.0.0.1:${port}/v1`, key: 'k-thu', model: 'thu' },
    requests,
    behave: (next) => {
      behaviour = next;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers with this content, as a model would. */
export const says =
  (content: string): Behaviour =>
  (response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  };

/** Answers with these tasks. */
export const tells = (tasks: readonly object[]): Behaviour => says(JSON.stringify({ tasks }));
