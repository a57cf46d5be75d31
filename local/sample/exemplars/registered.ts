import type { StoryRow, Writing } from './chapter.ts';

/**
 * Step 1, from the launch on 15 February: who registers in what, and who is promising. All of it is constructed;
 * no such people exist.
 */
const LAUNCHED = '2024-02-15';
const RUNNING = 'Đang phấn đấu';

function plan(unit: string, content: string, target: string): StoryRow {
  return {
    row: `plan ${unit}`,
    cells: {
      kind: 'Kế hoạch của đơn vị',
      name: 'Kế hoạch xây dựng, học tập, bắt kịp và vượt qua điển hình năm 2024',
      field: 'XDD',
      content,
      target,
      registeredOn: LAUNCHED,
      state: RUNNING,
    },
  };
}

function registrant(
  row: string,
  cells: Readonly<Record<'kind' | 'name' | 'field' | 'content' | 'target', string>> &
    Readonly<Partial<Record<'position' | 'solution', string>>>,
): StoryRow {
  return { row, cells: { ...cells, registeredOn: LAUNCHED, state: RUNNING } };
}

const registers = (unitId: string, ...rows: readonly StoryRow[]): Writing => ({
  do: 'write',
  at: '2024-02-15 15:00',
  register: 'registration',
  unitId,
  rows,
});

export const REGISTERED: readonly Writing[] = [
  registers(
    'X29110',
    plan(
      'X29110',
      'Mỗi chi bộ khu phố chọn một tập thể, một cá nhân để bồi dưỡng; mỗi quý một buổi trao đổi cách làm hay',
      'Ít nhất 6 tập thể, cá nhân được biểu dương trong năm',
    ),
    registrant('khu phố 2', {
      kind: 'Tập thể',
      name: 'Tổ tự quản môi trường khu phố 2',
      field: 'NTM',
      content: 'Phân loại rác tại nguồn, giữ năm tuyến hẻm sáng, xanh, sạch, đẹp',
      target: '100% hộ trong tổ phân loại rác trước ngày 30/6/2024',
      solution: 'Mỗi hộ một giỏ rác hữu cơ; tổ đi thu hai buổi mỗi tuần và nhắn kết quả vào nhóm chung',
    }),
  ),
  registers(
    'X29152',
    plan('X29152', 'Chọn hộ nuôi tôm giỏi làm nòng cốt hướng dẫn các hộ khác', '3 điển hình, 30 hộ làm theo'),
    registrant('lê văn phúc', {
      kind: 'Cá nhân',
      name: 'Lê Văn Phúc',
      position: 'Nông dân nuôi tôm',
      field: 'NN',
      content: 'Nuôi tôm hai giai đoạn, ít thay nước; giúp các hộ trong ấp làm theo',
      target: '10 hộ trong ấp làm theo trong năm 2024',
    }),
  ),
  registers(
    'X29155',
    plan(
      'X29155',
      'Học tập cách vận động nhân dân của đơn vị dẫn đầu; mỗi ấp một công trình do dân góp sức',
      'Bắt kịp đơn vị dẫn đầu về tuyên truyền, vận động trong quý I',
    ),
    registrant('ấp 3', {
      kind: 'Tập thể',
      name: 'Ban công tác Mặt trận ấp 3',
      field: 'DV',
      content: 'Vận động nhân dân hiến đất, góp công mở rộng đường liên ấp',
      target: '1,2 km đường, 30 hộ hiến đất trước ngày 30/9/2024',
    }),
  ),
  registers(
    'X29143',
    plan(
      'X29143',
      'Mỗi tháng so tổng điểm với điển hình, chọn một mặt yếu nhất để khắc phục trước',
      'Bắt kịp điển hình của huyện trong năm 2024',
    ),
    registrant('tổ trồng màu', {
      kind: 'Tập thể',
      name: 'Tổ hợp tác trồng màu ấp 2',
      field: 'NN',
      content: 'Chuyển 4 ha đất lúa kém hiệu quả sang trồng màu, có hợp đồng bao tiêu',
      target: 'Thu nhập mỗi ha tăng 30%',
    }),
  ),
  registers(
    'X29125',
    plan(
      'X29125',
      'Xây dựng tuyến đường mẫu ở mỗi ấp, nhân rộng tổ thu gom rác tự quản',
      '5 tuyến đường mẫu',
    ),
    registrant('tổ thu gom', {
      kind: 'Tập thể',
      name: 'Tổ thu gom rác tự quản ấp 1',
      field: 'NTM',
      content: 'Thu gom rác ở các hộ xa đường chính, không để rác xuống kênh',
      target: '120 hộ tham gia, không còn điểm rác tự phát',
    }),
    registrant('phạm quốc bảo', {
      kind: 'Cá nhân',
      name: 'Phạm Quốc Bảo',
      position: 'Công chức địa chính xã',
      field: 'CCHC',
      content: 'Trả kết quả hồ sơ đất đai trước hạn một ngày',
      target: '90% hồ sơ trả trước hạn',
    }),
  ),
  registers(
    'LDLD',
    plan('LDLD', 'Mỗi công đoàn cơ sở chọn một việc khó làm trước, cuối quý trao đổi', '10 công đoàn cơ sở'),
  ),
  registers(
    'HPN',
    plan('HPN', 'Học tập cách làm của đơn vị dẫn đầu khối; mỗi hội cơ sở một mô hình', 'Bắt kịp trong quý I'),
    registrant('nguyễn thu hà', {
      kind: 'Cá nhân',
      name: 'Nguyễn Thu Hà',
      position: 'Chuyên viên',
      field: 'KN',
      content: 'Kết nối vốn và đầu ra cho phụ nữ khởi nghiệp',
      target: '20 chị được vay vốn, 5 sản phẩm có nơi tiêu thụ',
    }),
  ),
];

/** The watch list: spotted early, in somebody's care, and brought forward. */
export const WATCHED: readonly Writing[] = [
  {
    do: 'write',
    at: '2024-02-16 08:00',
    register: 'factor',
    unitId: 'X29155',
    rows: [
      {
        row: 'nhân tố ấp 3',
        cells: {
          name: 'Ban công tác Mặt trận ấp 3',
          kind: 'Tập thể',
          field: 'DV',
          deed: 'Trong nửa tháng vận động được 8 hộ hiến đất làm đường',
          spottedOn: '2024-01-20',
          spottedBy: 'Khối Dân vận xã',
          nurturedBy: 'Thường trực Đảng ủy xã',
          measures: 'Cùng dự các buổi họp dân, hướng dẫn ghi biên bản',
          promotedOn: '2024-02-15',
          registration: 'Ban công tác Mặt trận ấp 3',
        },
      },
    ],
  },
  {
    do: 'write',
    at: '2024-02-22 08:00',
    register: 'factor',
    unitId: 'X29110',
    rows: [
      {
        row: 'trần thị mai',
        cells: {
          name: 'Trần Thị Mai',
          kind: 'Cá nhân',
          field: 'NTM',
          deed: 'Tự gom pin, bóng đèn cũ của 40 hộ trong hẻm để xử lý đúng nơi',
          spottedOn: '2024-02-20',
          spottedBy: 'Bí thư chi bộ khu phố 2',
          nurturedBy: 'Hội Liên hiệp Phụ nữ thị trấn',
          measures: 'Hỗ trợ thùng chứa, giới thiệu trên loa khu phố',
        },
      },
    ],
  },
];
