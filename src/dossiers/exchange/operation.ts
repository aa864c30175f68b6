import { createRoute, z } from '@hono/zod-openapi';
import { Fault, type FieldFault, invalid } from '../../kernel/errors.ts';
import { MAX_FILE_BYTES } from '../../platform/files/index.ts';
import { asFault, statusOfFault } from '../../platform/http/failure.tsx';
import type { AppContext, Permission, Route } from '../../platform/http/index.ts';
import { FAULT } from './national.ts';

/** What one operation of the API takes and answers, as the document tells it. */
export interface Told<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  H extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
> {
  method: 'get' | 'post';
  /** `/api/v1/ho-so/{MaHoSo}` */
  path: string;
  operationId: string;
  summary: string;
  description: string;
  may: Permission;
  params: P;
  query: Q;
  headers: H;
  /** Null for operations without a body. */
  body: B | null;
  /** The body is a form with a file (multipart/form-data) instead of JSON. */
  form?: true;
  /** Null where a file is answered. */
  answer: A | null;
  /** Faults that a caller should be ready for, by status. */
  faults: Record<number, string>;
}
export interface Call<P, Q, H, B> {
  c: AppContext;
  params: P;
  query: Q;
  headers: H;
  body: B;
}

export const none = z.object({});
/** What every operation may answer. */
export const FAULTS = {
  401: 'Sai mã truy cập',
  403: 'Không được thay mặt trung tâm đó',
  422: 'Nội dung chưa đúng',
  429: 'Gọi quá nhiều lần, hoặc sai mã truy cập nhiều lần; đợi số giây ghi ở đầu mục Retry-After rồi gửi lại',
  503: 'Tạm thời không phục vụ được; gửi lại sau với cùng Idempotency-Key',
};

const RETRY_AFTER = {
  'Retry-After': { description: 'Số giây phải đợi', required: true, schema: { type: 'integer' as const } },
};
const JSON_TYPE = 'application/json';
const FORM = 'multipart/form-data';
/** A JSON body larger than this is no dossier. */
const MOST_BYTES = 1_000_000;
/** A form is so much larger than its file at most. */
const FORM_OVERHEAD = 100_000;

/** One operation: its entry in the document and its route, which checks what comes in against the same schemas. */
export function operation<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  H extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
>(
  told: Told<P, Q, H, B, A>,
  work: (call: Call<z.output<P>, z.output<Q>, z.output<H>, z.output<B>>) => Promise<z.input<A> | Response>,
) {
  const json = (schema: z.ZodType, description: string) => ({
    description,
    content: { [JSON_TYPE]: { schema } },
  });
  const route = createRoute({
    method: told.method,
    path: told.path,
    operationId: told.operationId,
    summary: told.summary,
    description: told.description,
    security: [{ maTruyCap: [] }],
    request: {
      params: told.params,
      query: told.query,
      headers: told.headers,
      ...(told.body
        ? { body: { required: true, content: { [told.form ? FORM : JSON_TYPE]: { schema: told.body } } } }
        : {}),
    },
    responses: {
      200: told.answer
        ? json(told.answer, 'Đã thực hiện')
        : { description: 'Nội dung của tệp', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
      ...Object.fromEntries(
        Object.entries(told.faults).map(([status, words]) => [
          status,
          { ...json(FAULT, words), ...(status === '429' ? { headers: RETRY_AFTER } : {}) },
        ]),
      ),
    },
  });
  const mounted: Route = {
    method: told.method,
    path: told.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    may: told.may,
    handle: async (c) => {
      try {
        const answer = await work({
          c,
          params: checked(told.params, c.req.param()),
          query: checked(told.query, c.req.query()),
          headers: checked(told.headers, c.req.header()),
          body: (told.body ? checked(told.body, await (told.form ? formOf(c) : bodyOf(c))) : undefined) as z.output<B>,
        });
        return answer instanceof Response ? answer : c.json(answer as object);
      } catch (error) {
        return answerFault(c, error);
      }
    },
  };
  return { route, mounted };
}

async function bodyOf(c: AppContext): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw invalid('body.type', 'Nội dung phải là JSON trong UTF-8. Hãy gửi đầu mục Content-Type: application/json.');
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > MOST_BYTES)
    throw new Fault(
      'tooLarge',
      'body.too_large',
      'Nội dung lớn hơn 1 MB. Hãy gửi từng hồ sơ một; tệp gửi riêng ở /tep.',
    );
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalid('body.json', 'Nội dung không phải JSON đúng cú pháp trong UTF-8. Hãy xem lại cách tạo nội dung.');
  }
}

/** The fields of a form, its files included; each may come once. */
async function formOf(c: AppContext): Promise<Record<string, unknown>> {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    throw invalid('body.type', 'Nội dung phải là biểu mẫu multipart/form-data có tệp ở trường Tep.');
  if (Number(c.req.header('content-length') ?? 0) > MAX_FILE_BYTES + FORM_OVERHEAD)
    throw new Fault(
      'tooLarge',
      'file.too_large',
      'Tệp lớn hơn 20 MB. Hãy giảm dung lượng (ảnh chụp: lưu JPG nhỏ hơn) hoặc tách thành nhiều tệp.',
      [{ field: 'Tep', message: 'Tệp lớn hơn 20 MB.' }],
    );
  const form = await c.req.formData().catch(() => {
    throw invalid('body.form', 'Biểu mẫu đến không trọn vẹn (có thể đường truyền bị cắt). Hãy gửi lại cả tệp.');
  });
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (name in fields) throw invalid('body.repeated', `Mỗi lần chỉ gửi một ${name}. Hãy gửi từng tệp một.`, name);
    fields[name] = value;
  }
  return fields;
}

function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields: FieldFault[] = result.error.issues.map((issue) => ({
    field: (issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path).join('.'),
    message: wordsOf(issue),
  }));
  throw new Fault('invalid', 'api.invalid', fields[0]?.message ?? 'Nội dung chưa đúng.', fields);
}

/** Schemas bring sentences of their own where a rule is special; the rest is told here. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (/[À-ỹ]/.test(issue.message)) return issue.message;
  const at = issue.path.join('.');
  if (issue.code === 'invalid_type' && /received undefined/.test(issue.message) && at)
    return `Thiếu ${at}. Hãy xem mô tả ở trang /api.`;
  if (issue.code === 'unrecognized_keys')
    return `Không có trường ${issue.keys.join(', ')}. Hãy xem tên trường ở trang /api.`;
  return `${at || 'Nội dung'} không đúng. Hãy xem kiểu và giá trị nhận được ở trang /api.`;
}

/** A fault as callers read it: `{code, message, field}`; what nobody foresaw goes to the log. */
export function answerFault(c: AppContext, error: unknown): Response {
  const fault = asFault(error);
  const { services, requestId } = { services: c.get('services'), requestId: c.get('requestId') };
  if (fault.code === 'unexpected') services.log.error({ err: error, requestId, path: c.req.path }, 'request failed');
  const { code, message, fields } = fault;
  return c.json({ code, message, field: fields[0]?.field ?? null, fields: [...fields] }, statusOfFault(fault));
}
