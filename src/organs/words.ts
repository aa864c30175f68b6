/** What happened to an organ, for the log. */
export const organEventWords: Readonly<Record<string, string>> = {
  'organ.register_loaded': 'Nạp danh bạ cơ quan theo mẫu',
  'organ.added': 'Thêm cơ quan',
  'organ.name_added': 'Thêm tên gọi',
  'organ.renamed': 'Đổi tên cơ quan',
  'organ.ended': 'Kết thúc hoạt động của cơ quan',
};
