/**
 * Names whose first word the writer set in small letters: "giao sở Tài chính", "ủy ban nhân dân tỉnh", "đài Truyền hình".
 * For matching they begin with a capital, as the names of bodies do; what is shown keeps the writer's letters.
 */
const BODIES: [word: string, notAfter: string, before: string][] = [
  [
    'sở',
    'cơ|trụ|hội|xứ|khổ',
    '\\p{Lu}(?:\\p{Ll}|DĐT|D&ĐT|TVT|HCN|TTT|N[NV]|TNMT|VH)|(?:giáo dục và đào tạo|y tế|tài chính|nội vụ|công thương|tư pháp|xây dựng|nông nghiệp)(?=[,;:.]|\\s(?:tỉnh|thành phố|và|chủ trì|phối hợp|có|rà soát|tham mưu))',
  ],
  [
    'phòng',
    'văn|căn|hành|quốc|biên|kho',
    '(?:giáo dục và đào tạo|giáo dục & đào tạo|lao động, thương binh|tài chính - kế hoạch|văn hóa và thông tin|văn hóa - xã hội)',
  ],
  ['bộ', 'cán|đảng|chi|nội|tiến|toàn|đồng|đường|thủy|phân|hộ|binh|đi|máy|tuần|cục', '(?!Luật)\\p{Lu}\\p{Ll}'],
  ['đài', 'lâu|khán|tổng|đền|tượng', '(?:Truyền|Tiếng|Phát|Khí|PT|Truyền thanh|TH)'],
  [
    'văn phòng',
    '',
    '(?:UBND|HĐND|Chính phủ|Tỉnh ủy|Thành ủy|Ủy ban|Hội đồng|Đoàn|Quốc hội|Đảng ủy|Trung ương|Sở|Bộ|Ban|Chủ tịch|Điều phối|Đăng ký)',
  ],
  ['[ủu][yỷ] ban', '', '(?:nhân dân|[Mm]ặt trận|MTTQ|[Kk]iểm tra|Dân tộc|Chứng khoán|[Tt]hường vụ)'],
  ['hội đồng nhân dân', '', ''],
  [
    'ban',
    '[ủu][yỷ]|phòng|trưởng|phó|sở|các|tiểu',
    '(?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Quản lý|Chỉ đạo|Thường vụ|Dân tộc|Chấp hành|Chỉ huy|Tiếp công dân|Pháp chế|Kinh tế|Văn hóa|Bảo vệ|cán sự [đĐ]ảng)',
  ],
  ['thanh tra', '\\p{L}+,?', '(?:tỉnh|thành phố)(?=[:,;\\n]|$| (?:và|chủ trì|phối hợp|có trách nhiệm))'],
  ['(?:chi cục|kho bạc)', '', '(?:Nhà nước|\\p{Lu}\\p{Ll}+)'],
];
const FORM = new RegExp(
  BODIES.map(
    ([word, notAfter, before]) =>
      `(?<![\\p{L}\\p{M}]${notAfter ? `|(?<!\\p{L})(?:${notAfter})\\s` : ''})${word}(?=${before ? `\\s{1,2}${before}` : '(?!\\p{L})'})`,
  ).join('|'),
  'gu',
);

/** "SỞ Y tế", "BAN Quản lý": the first word in capitals alone. */
const HELD_DOWN = /(?<![\p{L}\p{M}])(?:SỞ|BỘ|BAN|CỤC|VỤ|PHÒNG|VĂN PHÒNG|CÔNG AN|TRUNG TÂM)(?=\s\p{Lu}\p{Ll})/gu;

/** The text with such names raised, and with a first word all in capitals let down; its length is the same. */
export const raiseSmallNames = (text: string): string =>
  text
    .replace(FORM, (word) => word[0]!.toUpperCase() + word.slice(1))
    .replace(HELD_DOWN, (word) => word[0] + word.slice(1).toLowerCase());
