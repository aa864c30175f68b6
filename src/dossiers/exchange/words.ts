/** What an event of a connected system says in the log. */
export const exchangeEventWords: Record<string, string> = {
  'system.added': 'Kết nối hệ thống khác',
  'system.ended': 'Ngừng kết nối hệ thống',
  'system.webhook_added': 'Thêm địa chỉ báo thay đổi',
  'system.webhook_ended': 'Ngừng báo thay đổi tới một địa chỉ',
};
