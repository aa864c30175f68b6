import type { VNode } from 'preact';
import { DataTable, Details, Heading, Section } from '../../../ui/index.ts';
import type { apiDocument } from '../document.ts';

type Json = Record<string, unknown>;
interface Field {
  name: string;
  need: boolean;
  kind: string;
  words: string;
}

/** The document for people: every operation with its fields, made from the same document that programs read. */
export function DocumentPage({
  document,
  origin,
}: {
  document: ReturnType<typeof apiDocument>;
  /** The address of this installation: https://dvc.example.gov.vn */
  origin: string;
}): VNode {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Json>;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Json>).map(([method, told]) => ({
      path,
      method: method.toUpperCase(),
      told,
    })),
  );
  const notices = Object.values((document.webhooks ?? {}) as Record<string, Record<string, Json>>).map(
    (item) => item.post!,
  );
  return (
    <>
      <Heading
        title="Kết nối hệ thống khác"
        lead={document.info.description}
        actions={<a href="/api/openapi.json">Tài liệu OpenAPI (JSON)</a>}
      />
      <p>
        Mỗi lần gọi kèm đầu mục <code>Authorization: Bearer</code> và mã truy cập do quản trị viên của đơn vị cấp. Thời
        điểm ghi kèm múi giờ. Nội dung là JSON trong UTF-8, trừ tệp. Bắt đầu bằng danh mục:
      </p>
      <p>
        <code>curl -H "Authorization: Bearer $MA" {new URL('/api/v1/danh-muc', origin).href}</code>
      </p>
      {operations.map(({ path, method, told }) => (
        <Section title={String(told.summary)}>
          <p>
            <code>
              {method} {path}
            </code>
          </p>
          <p>{String(told.description ?? '')}</p>
          <FieldTable caption="Gửi trong đường dẫn và đầu mục" fields={parametersOf(told)} />
          <FieldTable
            caption={
              isForm(told.requestBody as Json)
                ? 'Gửi trong nội dung (multipart/form-data)'
                : 'Gửi trong nội dung (JSON)'
            }
            fields={fieldsOf(contentOf(told.requestBody as Json), schemas)}
          />
          <FieldTable
            caption="Nhận về"
            fields={fieldsOf(contentOf((told.responses as Record<string, Json>)['200']), schemas)}
          />
          <Details summary="Khi không thực hiện được">
            <ul class="govuk-list govuk-list--bullet">
              {Object.entries(told.responses as Record<string, Json>)
                .filter(([status]) => status !== '200')
                .map(([status, answer]) => (
                  <li>
                    {status}: {String(answer.description)}
                  </li>
                ))}
            </ul>
          </Details>
        </Section>
      ))}
      {notices.map((told) => (
        <Section title={String(told.summary)}>
          <p>
            <code>POST</code> tới địa chỉ của hệ thống nhận
          </p>
          <p>{String(told.description)}</p>
          <FieldTable caption="Đầu mục gửi kèm" fields={parametersOf(told)} />
          <FieldTable
            caption="Nội dung gửi đi (JSON)"
            fields={fieldsOf(contentOf(told.requestBody as Json), schemas)}
          />
        </Section>
      ))}
    </>
  );
}

function FieldTable({ caption, fields }: { caption: string; fields: readonly Field[] }): VNode | null {
  if (fields.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      showCaption
      rows={fields}
      columns={[
        { title: 'Trường', cell: (f) => <code>{f.name}</code> },
        { title: 'Bắt buộc', narrow: true, cell: (f) => (f.need ? 'có' : '') },
        { title: 'Kiểu', narrow: true, cell: (f) => f.kind },
        { title: 'Nghĩa', cell: (f) => f.words },
      ]}
    />
  );
}

const contentOf = (told: Json | undefined): Json =>
  (Object.values((told?.content as Record<string, Json> | undefined) ?? {})[0]?.schema as Json) ?? {};
const isForm = (told: Json | undefined): boolean =>
  'multipart/form-data' in ((told?.content as Json | undefined) ?? {});

const parametersOf = (told: Json): Field[] =>
  ((told.parameters as Json[] | undefined) ?? []).map((one) => ({
    name: String(one.name),
    need: one.required === true,
    kind: kindOf(one.schema as Json),
    words: wordsOf(one.schema as Json),
  }));

function fieldsOf(schema: Json, schemas: Record<string, Json>): Field[] {
  const known = resolved(schema, schemas);
  const required = (known.required as string[] | undefined) ?? [];
  return Object.entries((known.properties as Record<string, Json> | undefined) ?? {}).flatMap(([name, part]) => {
    const inner = resolved(part, schemas);
    const items = inner.items ? resolved(inner.items as Json, schemas) : undefined;
    const own = { name, need: required.includes(name), kind: kindOf(inner), words: wordsOf(inner) };
    const below = items?.properties ? fieldsOf(items, schemas) : [];
    return [own, ...below.map((field) => ({ ...field, name: `${name}[].${field.name}` }))];
  });
}

const resolved = (schema: Json, schemas: Record<string, Json>): Json =>
  typeof schema.$ref === 'string' ? (schemas[schema.$ref.split('/').at(-1)!] ?? {}) : schema;

const KINDS: Record<string, string> = {
  string: 'chữ',
  integer: 'số nguyên',
  number: 'số',
  boolean: 'đúng/sai',
  array: 'danh sách',
  object: 'nhóm',
};
function kindOf(schema: Json): string {
  if (schema.format === 'date-time') return 'thời điểm';
  if (schema.format === 'date') return 'ngày';
  if (schema.format === 'binary') return 'tệp';
  const first = [schema.type].flat().find((type) => type !== 'null');
  const either = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  return KINDS[String(first)] ?? (either ? kindOf(either[0]!) : 'chữ');
}
const wordsOf = (schema: Json): string =>
  [schema.description, schema.example === undefined ? undefined : `Ví dụ ${String(schema.example)}`]
    .filter(Boolean)
    .join('. ');
