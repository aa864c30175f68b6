/** The fields (lĩnh vực) under which petitions are sorted. */
export const FIELDS = [
  { key: 'to-chuc', label: 'Tổ chức bộ máy, cán bộ' },
  { key: 'tai-chinh', label: 'Tài chính, đầu tư công' },
  { key: 'ha-tang', label: 'Giao thông, xây dựng, hạ tầng' },
  { key: 'dat-dai', label: 'Đất đai, môi trường' },
  { key: 'nong-nghiep', label: 'Nông nghiệp, nông thôn' },
  { key: 'thien-tai', label: 'Phòng, chống thiên tai' },
  { key: 'cong-nghe', label: 'Công nghệ thông tin, chuyển đổi số' },
  { key: 'hanh-chinh', label: 'Thủ tục hành chính, tư pháp' },
  { key: 'giao-duc', label: 'Giáo dục' },
  { key: 'y-te', label: 'Y tế' },
  { key: 'van-hoa', label: 'Văn hóa, thể thao, thông tin' },
  { key: 'xa-hoi', label: 'Lao động, an sinh xã hội' },
  { key: 'dan-toc', label: 'Dân tộc, tôn giáo' },
  { key: 'an-ninh', label: 'Quốc phòng, an ninh' },
  { key: 'khac', label: 'Lĩnh vực khác' },
] as const;
export type FieldKey = (typeof FIELDS)[number]['key'];

const byKey = new Map<string, string>(FIELDS.map((f) => [f.key, f.label]));
export const isField = (key: string | undefined): key is FieldKey => key !== undefined && byKey.has(key);
export const fieldLabel = (key: string): string => byKey.get(key) ?? key;

export type Urgency = 'normal' | 'urgent';
export const URGENCIES: Record<Urgency, string> = { normal: 'Bình thường', urgent: 'Gấp' };
