import { z } from 'zod';

type Json = Record<string, unknown>;
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
}
export interface Called {
  status: number;
  /** What the document says of this status; it has been checked against it. */
  // biome-ignore lint/suspicious/noExplicitAny: its shape is known when the document is read.
  body: any;
}

/**
 * A client made from an OpenAPI document alone, as another system's people would make theirs: one function for each operation.
 * It refuses to send what the document does not know, and checks each answer against the schema that the document tells for its
 * status.
 */
export function clientFrom(
  document: Json,
  send: (path: string, init: RequestInit) => Response | Promise<Response>,
  token: string | null,
): Record<string, (sent?: { [parameter: string]: unknown; body?: unknown }) => Promise<Called>> {
  const schemas = (document.components as { schemas: Json }).schemas;
  const schemaOf = (told: Json) => z.fromJSONSchema(inlined(told, schemas) as Parameters<typeof z.fromJSONSchema>[0]);
  const client: ReturnType<typeof clientFrom> = {};
  for (const [path, item] of Object.entries(document.paths as Json)) {
    for (const [method, told] of Object.entries(item as Record<string, Json>)) {
      const parameters = (told.parameters as Parameter[] | undefined) ?? [];
      client[String(told.operationId)] = async ({ body, ...given } = {}) => {
        let url = path;
        const query = new URLSearchParams();
        const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
        for (const [name, value] of Object.entries(given)) {
          const parameter = parameters.find((one) => one.name === name);
          if (!parameter) throw new Error(`${told.operationId} takes no ${name}`);
          if (parameter.in === 'path') url = url.replace(`{${name}}`, encodeURIComponent(String(value)));
          else if (parameter.in === 'query') query.set(name, String(value));
          else headers[name] = String(value);
        }
        if (body !== undefined) headers['Content-Type'] = 'application/json';
        const answer = await send(query.size > 0 ? `${url}?${query}` : url, {
          method: method.toUpperCase(),
          headers,
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        });
        const response = (told.responses as Record<string, Json>)[String(answer.status)];
        if (!response)
          throw new Error(`${told.operationId} answered ${answer.status}, which the document does not know`);
        const schema = (response.content as Record<string, { schema: Json }>)['application/json']!.schema;
        return { status: answer.status, body: schemaOf(schema).parse(await answer.json()) };
      };
    }
  }
  return client;
}

/** The schema with every reference put in its place. */
function inlined(schema: unknown, schemas: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => inlined(part, schemas));
  if (schema === null || typeof schema !== 'object') return schema;
  const { $ref, example: _, ...rest } = schema as { $ref?: string; example?: unknown };
  if ($ref) return inlined(schemas[$ref.split('/').at(-1)!], schemas);
  return Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, inlined(part, schemas)]));
}
