/** What an event of an account, appointment or delegation says in its history. */
export const accountEventWords: Record<string, string> = {
  'account.created': 'Tạo tài khoản',
  'account.reset': 'Đặt lại mật khẩu',
  'account.ended': 'Kết thúc tài khoản',
  'account.signed_in': 'Đăng nhập',
  'account.password_changed': 'Đổi mật khẩu',
  'account.two_factor_on': 'Bật xác thực hai bước',
  'account.two_factor_off': 'Tắt xác thực hai bước',
  'account.session_ended': 'Kết thúc một phiên đăng nhập',
  'person.read': 'Xem thông tin liên hệ',
  'appointment.made': 'Bổ nhiệm',
  'appointment.ended': 'Kết thúc chức vụ',
  'delegation.made': 'Giao ký thay, thừa lệnh, ủy quyền',
  'delegation.ended': 'Kết thúc ký thay, thừa lệnh, ủy quyền',
};
