import { z } from '@hono/zod-openapi';
import { dayOf } from '../../kernel/day.ts';
import { dossierRules } from '../rules.ts';
import { API_PATH, callingClient } from './caller.ts';
import { LIMIT_WORDS } from './national.ts';
import { FAULTS, none, operation } from './operation.ts';
import { callApi } from './policy.ts';

/** What a sender has to know before the first dossier: for which centres it may act, which procedures there are, with their papers. */
export const catalogue = operation(
  {
    method: 'get',
    path: `${API_PATH}/danh-muc`,
    operationId: 'docDanhMuc',
    summary: 'Đọc danh mục',
    description:
      'Các trung tâm mà mã truy cập này được thay mặt và các thủ tục đang có hiệu lực, kèm số thứ tự giấy tờ để ghi vào TaiLieuNop và tệp. Nên đọc lại mỗi ngày.',
    may: callApi,
    params: none,
    query: none,
    headers: none,
    body: null,
    answer: z.object({
      TrungTam: z.array(
        z.object({
          MaDonVi: z.string().openapi({ description: 'Ghi vào MaDonVi khi gửi hồ sơ' }),
          TenTrungTam: z.string(),
        }),
      ),
      ThuTuc: z.array(
        z.object({
          MaTTHC: z.string(),
          TenTTHC: z.string(),
          TenLinhVuc: z.string(),
          LePhi: z.number().openapi({ description: 'Đồng' }),
          ThoiGianThucHien: z.number(),
          DonViThoiGian: z.string(),
          GiayTo: z.array(
            z.object({
              SoThuTu: z.number(),
              TenGiayTo: z.string(),
              BatBuoc: z.boolean().openapi({ description: 'Không: chỉ khi thuộc trường hợp ghi trong tên' }),
            }),
          ),
        }),
      ),
    }),
    faults: FAULTS,
  },
  async ({ c }) => {
    const { client } = callingClient(c);
    const { book, places, now } = await dossierRules(c.get('services'));
    return {
      TrungTam: client.centres.map((centre) => ({
        MaDonVi: centre.unitCode,
        TenTrungTam: places.name(centre.organId),
      })),
      ThuTuc: book.inForce(dayOf(now())).map((procedure) => ({
        MaTTHC: procedure.code,
        TenTTHC: procedure.name,
        TenLinhVuc: procedure.field,
        LePhi: procedure.fee,
        ThoiGianThucHien: procedure.limit.amount,
        DonViThoiGian: LIMIT_WORDS[procedure.limit.unit],
        GiayTo: procedure.components.map(({ no, name, optional }) => ({
          SoThuTu: no,
          TenGiayTo: name,
          BatBuoc: !optional,
        })),
      })),
    };
  },
);
