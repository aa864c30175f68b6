import { bareFieldEnd } from './fieldNames.ts';

/** "các Bộ: Công an, Tài chính" -> "Bộ Công an", "Bộ Tài chính"; undefined where no name has a shared head. */
export function expandNames(names: readonly string[]): string[] | undefined {
  const headed: string[] = [];
  for (const name of names) headed.push(withHead(name, headed.at(-1)));
  if (headed.some((name, i) => name !== names[i])) return headed.flatMap(expandOne);
  const all = names.map(expandOne);
  return all.some((one) => one.length > 1) ? all.flat() : undefined;
}

const HEAD = /^(.*?)(?:^|\s)(?:các|những|hai|ba|02|03)\s(\p{L}+(?:\s\p{Ll}+)*?)(?:\s?:\s|\s)(\p{Lu}.*)$/iu;
const FIELD_AND =
  /(Nông nghiệp|Giáo dục|Khoa học|Văn hóa|Thể thao|Dân tộc|Lao động|Thông tin|Tài nguyên|Kế hoạch|Tuyên giáo)\s(?:và|&)\s(?=\p{Lu})/u;

function expandOne(name: string): string[] {
  const found = HEAD.exec(name);
  if (!found) return [name];
  const [, before, noun, tail] = found;
  if (!before!.trim() && !/^(?:bộ|sở|ban|xã|phường|huyện|tỉnh|đặc khu|thị trấn|công ty|tập đoàn|hội)$/iu.test(noun!))
    return [name];
  const parts: string[] = [];
  for (const piece of tail!.split(/\s?,\s/u)) {
    let rest = piece;
    for (;;) {
      const and = /\s(?:và|&)\s(?=\p{Lu})/u.exec(rest);
      if (!and || FIELD_AND.test(rest.slice(0, and.index + and[0].length + 1))) break;
      parts.push(rest.slice(0, and.index));
      rest = rest.slice(and.index + and[0].length);
    }
    parts.push(rest.replace(/^và\s/u, ''));
  }
  if (parts.length < 2) return [name];
  const opening = `${before!.trim()} ${before!.trim() ? noun : noun![0]!.toUpperCase() + noun!.slice(1)}`.trim();
  return parts.map((part) => `${opening} ${part.trim()}`);
}

/** "Sở Y tế, Xây dựng": a bare field takes the head of the name before it. There is no department of the police. */
function withHead(name: string, before: string | undefined): string {
  const head = /^(Sở|Bộ)\s/u.exec(before ?? '')?.[1];
  if (!head || bareFieldEnd(name, 0) !== name.length || (head === 'Sở' && name === 'Công an')) return name;
  return `${head} ${name}`;
}
