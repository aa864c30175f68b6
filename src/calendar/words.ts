/** What an event of the calendar says in the log. */
export const calendarEventWords: Record<string, string> = {
  'calendar.year_entered': 'Nhập lịch nghỉ lễ của năm',
  'calendar.hours_entered': 'Đặt giờ làm việc của cơ quan',
  'calendar.hours_ended': 'Bỏ giờ làm việc riêng của cơ quan',
  'calendar.day_entered': 'Đặt ngày làm việc, ngày nghỉ riêng của cơ quan',
  'calendar.day_ended': 'Bỏ ngày riêng của cơ quan',
};
