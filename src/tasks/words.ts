/** What an event of a task says in its history. */
export const taskEventWords: Record<string, string> = {
  'task.assigned': 'Giao nhiệm vụ',
  'task.progressed': 'Ghi tiến độ',
  'task.confirmation_asked': 'Báo đã xong, đề nghị xác nhận',
  'task.part_closed': 'Báo đã xong phần phối hợp',
  'task.confirmed': 'Xác nhận hoàn thành',
  'task.returned': 'Trả lại, cần làm thêm',
  'task.withdrawn': 'Thôi giao',
  'task.rescheduled': 'Đổi hạn',
  'task.opinion_given': 'Cho ý kiến phối hợp',
  'task.opinion_day_set': 'Ấn định ngày cho ý kiến',
  'task.extension_asked': 'Xin gia hạn',
  'task.extension_granted': 'Đồng ý gia hạn',
  'task.extension_refused': 'Không đồng ý gia hạn',
  'task.target_set': 'Đặt đích hoàn thành',
  'task.condition_met': 'Ghi nhận đã có điều kiện thực hiện',
};
