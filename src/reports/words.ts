/** What an event of a report says in its history. */
export const reportEventWords: Record<string, string> = {
  'report.form_created': 'Lập biểu báo cáo',
  'report.form_changed': 'Sửa biểu báo cáo',
  'report.version_begun': 'Tạo bản mới của biểu báo cáo',
  'report.form_published': 'Công bố biểu báo cáo',
  'report.period_opened': 'Mở kỳ báo cáo',
  'report.period_closed': 'Khóa sổ kỳ báo cáo',
  'report.period_reopened': 'Mở lại kỳ báo cáo',
  'report.rolled_up': 'Ký báo cáo tổng hợp',
  'report.saved': 'Lưu số liệu',
  'report.presented': 'Trình ký báo cáo',
  'report.signed': 'Ký gửi báo cáo',
  'report.returned': 'Trả lại báo cáo',
  'report.export_asked': 'Yêu cầu xuất tệp',
};
