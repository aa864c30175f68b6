/** The surnames that nearly all people have. */
export const SURNAMES = new Set(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Đoàn Lương Tô Cao Hà Thái Tạ Lâm Triệu Vương Trương Đào Châu Quách Nông Giàng Tống Chu Phùng Kiều Lò Vàng Sùng Lưu Tăng Từ Đàm Bế Hứa Ma Cầm Quàng Vi Lữ Doãn Nghiêm Thạch'.split(
    ' ',
  ),
);
