/** Members of a class told by the state they are in. */

const IN_A_STATE =
  /^(?:bị|chịu (?:ảnh hưởng|tác động|thiệt hại)|chưa|còn(?! lại)|chậm|để xảy ra|nằm|đang có|vi phạm)\s/u;
const MUST =
  /^(?:phải|cần|có trách nhiệm|chịu trách nhiệm|khẩn trương|nghiêm túc|tuyệt đối không|không được)(?![\p{L}\p{M}])/u;

/** "các địa phương | bị ảnh hưởng của bão | cần ...": which of a class, by the state they are in; up to a word that binds or a colon, or -1. */
export function stateEnd(text: string, at: number): number {
  const state = IN_A_STATE.exec(text.slice(at, at + 24));
  if (!state) return -1;
  let place = at + state[0].length;
  for (let n = 0; n < 16; n++) {
    if (n > 0 && MUST.test(text.slice(place, place + 24))) return place - 1;
    const word = /^[\p{L}\d%/-]+/u.exec(text.slice(place, place + 24));
    if (!word) return -1;
    place += word[0].length;
    if (/^\s?:(?:\s|$)/u.test(text.slice(place, place + 3))) return place;
    if (text[place] !== ' ') return -1;
    place++;
  }
  return -1;
}
