/** What an event of a petition says in its history. */
export const petitionEventWords: Record<string, string> = {
  'petition.raised': 'Gửi kiến nghị',
  'petition.joined': 'Cùng kiến nghị',
  'petition.assigned': 'Giao trả lời',
  'petition.opined': 'Ý kiến phối hợp',
  'petition.prepared': 'Dự thảo trả lời, chờ gửi',
  'petition.sent_back': 'Trả lại dự thảo',
  'petition.answered': 'Trả lời',
  'petition.passed_up': 'Vượt thẩm quyền, chuyển cấp trên',
  'petition.refused': 'Từ chối',
  'petition.reopened': 'Đề nghị trả lời lại',
  'petition.judged': 'Đánh giá trả lời',
  'petition.withdrawn': 'Rút kiến nghị',
  'petition.rescheduled': 'Đổi hạn',
  'petition.merged': 'Gộp vào kiến nghị khác',
  'petition.published': 'Cho công khai',
  'petition.unpublished': 'Thôi công khai',
};
