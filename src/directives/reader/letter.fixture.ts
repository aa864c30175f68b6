const headOf = (number: number, day: string) => `ỦY BAN NHÂN DÂN
TỈNH HƯƠNG SƠN
Số: ${number}/UBND-TH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Sơn, ngày ${day}
`;

/** Of letters of an invented province: of 3 October 2025, and of 5 May 2026. */
export const LETTERHEAD = headOf(15, '03 tháng 10 năm 2025');
export const LETTERHEAD_OF_MAY = headOf(41, '05 tháng 5 năm 2026');

/** A letter in which the province's chair asks for what `body` says. */
export const letterWith = (body: string, letterhead = LETTERHEAD): string =>
  `${letterhead}\nChủ tịch UBND tỉnh yêu cầu:\n\n${body}\n`;
