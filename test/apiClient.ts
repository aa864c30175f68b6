import type { RequestOpts } from '@oazapfts/runtime';
import { z } from 'zod';

type Json = Record<string, unknown>;
type Send = (path: string, init: RequestInit) => Response | Promise<Response>;

/**
 * How the generated client reaches a server: under a token, and each answer checked against the schema that the document tells
 * for its status. What may be sent is known to the compiler already.
 */
export function connection(document: Json, send: Send, token: string | null): RequestOpts {
  return {
    baseUrl: 'http://127.0.0.1',
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    fetch: async (input, init = {}) => {
      const path = String(input).replace('http://127.0.0.1', '');
      const answer = await send(path, init);
      await checkAnswer(document, init.method ?? 'GET', path, answer.clone());
      return answer;
    },
  };
}

/** What was asked for; fails with what came instead. */
export function taken<A extends { status: number; data: unknown }>(answer: A): Extract<A, { status: 200 }>['data'] {
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.data)}`);
  return answer.data as Extract<A, { status: 200 }>['data'];
}

async function checkAnswer(document: Json, method: string, path: string, answer: Response): Promise<void> {
  const asked = path.split('?')[0]!;
  const known = Object.entries(document.paths as Record<string, Json>).find(
    ([told, item]) =>
      method.toLowerCase() in item && new RegExp(`^${told.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(asked),
  );
  const operation = known?.[1][method.toLowerCase()] as { responses: Record<string, { content?: Json }> } | undefined;
  const told = operation?.responses[answer.status];
  if (!told) throw new Error(`${method} ${asked} answered ${answer.status}, which the document does not know`);
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  if (type !== 'application/json') {
    if (!told.content?.['*/*']) throw new Error(`${asked} answered ${type}`);
    return;
  }
  const schemas = (document.components as { schemas: Json }).schemas;
  const { schema } = told.content![type] as { schema: Json };
  z.fromJSONSchema(inlined(schema, schemas) as Parameters<typeof z.fromJSONSchema>[0]).parse(await answer.json());
}

/** The schema with every reference put in its place. */
function inlined(schema: unknown, schemas: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => inlined(part, schemas));
  if (schema === null || typeof schema !== 'object') return schema;
  const { $ref, example: _, ...rest } = schema as { $ref?: string; example?: unknown };
  if ($ref) return inlined(schemas[$ref.split('/').at(-1)!], schemas);
  return Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, inlined(part, schemas)]));
}
