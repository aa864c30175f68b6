/** What dossiers do not tell; entered by the centre from where it is kept. */
export const INPUTS = {
  '1.1': 'Quyết định công bố thủ tục đúng hạn / quyết định phải công bố',
  '1.2': 'Thủ tục cập nhật, công khai đúng hạn / thủ tục phải công khai',
  '1.3': 'Thủ tục công khai đủ nội dung / thủ tục công khai',
  paidOnline: 'Hồ sơ thanh toán trực tuyến / hồ sơ có nghĩa vụ tài chính',
  paidOnlineProcedures: 'Thủ tục có giao dịch thanh toán trực tuyến / thủ tục có thu phí, lệ phí',
  integratedProcedures: 'Thủ tục đã tích hợp thanh toán / thủ tục có thu phí, lệ phí',
  certifiedCopies: 'Bản sao chứng thực điện tử đã cấp / bản sao đã cấp',
  reuse: 'Hồ sơ dùng lại dữ liệu đã số hóa / hồ sơ có giấy tờ đã số hóa',
  personalStore: 'Kết quả đã lưu kho dữ liệu cá nhân / kết quả điện tử',
  populationDossiers: 'Hồ sơ khai thác dữ liệu dân cư / hồ sơ có thể khai thác',
  populationProcedures: 'Thủ tục khai thác dữ liệu dân cư / thủ tục có thể khai thác',
  '5.2': 'Phản ánh, kiến nghị xử lý đúng hạn / phản ánh, kiến nghị nhận được',
  '5.3': 'Phản ánh, kiến nghị được hài lòng / phản ánh, kiến nghị đã xử lý',
  complained: 'Ý kiến không hài lòng trên phiếu giấy, Cổng quốc gia / ý kiến trên phiếu giấy, Cổng quốc gia',
} as const;
export type InputKey = keyof typeof INPUTS;
