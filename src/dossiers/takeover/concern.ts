/** Why a row is to be looked at by a person, who decides; nothing is refused for it. Listed as a person should take them up. */
export const CONCERNS = [
  {
    kind: 'ended',
    slug: 'da-ket-thuc',
    title: 'Hồ sơ đã kết thúc ở hệ thống cũ nhưng đang làm ở đây',
    advice: 'Xem ai đã giải quyết rồi khép hồ sơ ở đây, kẻo làm hai lần.',
  },
  {
    kind: 'changed',
    slug: 'ghi-khac',
    title: 'Tệp ghi khác lúc đã nhận',
    advice: 'Hồ sơ ở đây giữ nguyên. Nếu tệp mới đúng hơn, mở hồ sơ để sửa.',
  },
  {
    kind: 'promised_later',
    slug: 'hen-muon',
    title: 'Hẹn muộn hơn thời hạn của thủ tục',
    advice: 'Lời hẹn cũ được giữ. Cả thủ tục đều muộn hơn thì xem lại thời hạn trong danh mục thủ tục.',
  },
  {
    kind: 'promised_sooner',
    slug: 'hen-som',
    title: 'Hẹn sớm hơn thời hạn của thủ tục',
    advice: 'Lời hẹn cũ được giữ. Không kịp thì mở hồ sơ, xin lỗi và hẹn lại trước ngày đã hẹn.',
  },
  {
    kind: 'official',
    slug: 'nguoi-xu-ly',
    title: 'Chưa rõ ai đang xử lý',
    advice: 'Hồ sơ ở lại cơ quan. Lãnh đạo cơ quan mở hồ sơ và phân công.',
  },
  {
    kind: 'untold',
    slug: 'khac',
    title: 'Khác',
    advice: 'Đọc từng dòng.',
  },
] as const;
export type ConcernKind = (typeof CONCERNS)[number]['kind'];

export interface Concern {
  kind: ConcernKind;
  /** What it is about this row, one Vietnamese sentence or two. */
  words: string;
}

export const concernOf = (kind: ConcernKind) => CONCERNS.find((one) => one.kind === kind)!;
export const concernBySlug = (slug: string) => CONCERNS.find((one) => one.slug === slug);
