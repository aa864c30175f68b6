/** Two to five words that each begin with a capital, after a form of address, unless it goes on with a title ("Phó Chủ tịch"). */
const NAMED =
  /(?<!\p{L})((?:[Đđ]ồng chí|ĐỒNG CHÍ|[Đđ]\/c|[ÔôBb](?:ng|à)|ÔNG|BÀ|[Aa]nh|[Cc]hị)(?:\s*\([^)]{1,12}\))?[\s:]+)(?!(?:Phó|Chủ|Bí|Giám|Trưởng|Chánh|Tổng|Thủ|Ủy|Thường|Bộ)\s)(\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,4})(?!\p{L})/gu;
/** Numbers of telephones, identity cards and accounts. */
const LONG_NUMBER = /\d(?:[\s.]?\d){8,}/g;

/** A text with persons' names and long numbers blotted out, letter by letter: what stands elsewhere keeps its offset. */
export function withoutPersons(text: string, signer: string | null): string {
  const unnamed = text.replace(NAMED, (_, address: string, name: string) => address + blot(name));
  const words = signer?.match(/\p{L}+/gu) ?? [];
  const unsigned = words.length < 2 ? unnamed : unnamed.replace(new RegExp(words.join('[\\s.]+'), 'giu'), blot);
  return unsigned.replace(LONG_NUMBER, blot);
}

const blot = (words: string): string => words.replace(/[\p{L}\p{N}]/gu, (letter) => '█'.repeat(letter.length));
