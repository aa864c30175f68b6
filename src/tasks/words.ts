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
  'task.condition_met': 'Ghi nhận đã có điều kiện thực hiện',
};
