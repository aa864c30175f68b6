/** What organs write in their notes; chosen by turn so that lists do not look copied. */
export const PROGRESS_NOTES = [
  'Đã phân công chuyên viên phụ trách, đang rà soát số liệu.',
  'Đã làm việc với các đơn vị liên quan, đang tổng hợp ý kiến.',
  'Đã khảo sát thực tế, đang dự thảo văn bản.',
  'Đã có dự thảo, đang xin ý kiến các cơ quan phối hợp.',
  'Đã triển khai tại các xã ở gần, còn các xã vùng cao.',
];
export const DONE_NOTES = [
  'Đã hoàn thành, gửi kèm văn bản báo cáo kết quả.',
  'Đã ban hành văn bản hướng dẫn và gửi các đơn vị thực hiện.',
  'Đã trình cấp có thẩm quyền, có tờ trình kèm theo.',
  'Đã thực hiện xong tại tất cả các điểm được giao.',
];
export const RETURN_REASONS = [
  'Báo cáo chưa nêu rõ kết quả tại từng xã, đề nghị bổ sung.',
  'Thiếu văn bản kết quả có chữ ký.',
  'Nội dung chưa đúng phạm vi được giao, đề nghị rà soát lại.',
];
export const NOT_WAITED = 'Đã trao đổi trực tiếp với cơ quan phối hợp.';
export const CONDITION_MET = 'Đã có văn bản hướng dẫn của cấp trên.';
