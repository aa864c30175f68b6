import type { PaperStyle } from './model.ts';

/** Margins in mm. Nghị định 30/2020: top and bottom 20-25, left 30-35, right 15-20; the Party's: 20, 20, 30, 15. */
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };

/** Sizes in points that differ between the two. */
export interface Sizes {
  body: number;
  heading: number;
  superior: number;
  issuer: number;
  number: number;
  subject: number;
  place: number;
  title: number;
  about: number;
  recipients: number;
  recipientsTitle: number;
}
const STATE: Sizes = {
  body: 14,
  heading: 12,
  superior: 13,
  issuer: 13,
  number: 13,
  subject: 12,
  place: 14,
  title: 14,
  about: 14,
  recipients: 11,
  recipientsTitle: 12,
};
const PARTY: Sizes = {
  body: 14,
  heading: 15,
  superior: 14,
  issuer: 14,
  number: 14,
  subject: 12,
  place: 14,
  title: 16,
  about: 14,
  recipients: 12,
  recipientsTitle: 14,
};
export const sizesOf = (style: PaperStyle): Sizes => (style === 'party' ? PARTY : STATE);

export const MOTTO = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as const;
export const PARTY_TITLE = 'ĐẢNG CỘNG SẢN VIỆT NAM';
