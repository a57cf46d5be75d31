import type { Help } from './help-text.ts';

/** `period`: what the campaign's periods are called, as in the menu's items. */
export const helpInEnglish = (period: string): Help => ({
  intro: {
    unit: 'This is one unit’s workbook. Each period has a tab Phiếu; fill in the yellow cells only.',
    office: 'Điều hành: where emulation officers follow, appraise and run each period.',
    summary: 'Tổng hợp: published rankings and charts, to be read only.',
    none: 'The add-on Thi đua belongs to the workbooks of a campaign.',
  },
  sections: {
    unit: [
      {
        heading: 'Every month',
        lines: [
          '1. Open the period’s tab Phiếu and fill in the yellow cells. Nothing done is 0; a blank is no report.',
          '2. Thi đua, Kiểm tra phiếu: wrong cells turn light red, their notes say what to do.',
          '3. Thi đua, Nộp phiếu. It may be sent again, nothing is counted twice.',
          '4. To correct it later: Mở lại phiếu để sửa, with a reason; then submit again.',
        ],
      },
      {
        heading: 'What you may do in the tab',
        lines: [
          'Sort, filter, hide, move and insert rows and columns of your own; formulas are fine too.',
          'Leave the criteria’s codes and the columns’ names: rows and columns are known by them.',
        ],
      },
      {
        heading: 'Results',
        lines: [
          'Kết quả của đơn vị: points, places, and what changed.',
          'Vì sao?: how each criterion was scored, and what decided against the unit above.',
        ],
      },
      {
        heading: 'Registers',
        lines: [
          '1. Write new rows at the end and leave the column Mã blank: the code is written when it is sent.',
          '2. In the tab, choose Thi đua, Gửi sổ đang mở. Wrong cells are marked as in the form.',
          '3. Amend a row in its place and send again. Rows that were sent are kept with all amendments.',
        ],
      },
    ],
    office: [
      {
        heading: 'The way of a period',
        lines: [
          '1. Mở kỳ tiếp theo: forms appear in the units’ workbooks.',
          '2. Theo dõi nộp phiếu; after the deadline Thu phiếu takes what was filled and not submitted.',
          `3. Chốt ${period}: no more forms.`,
          '4. Thẩm định: fill the tab (a blank agrees), then choose the item to send it.',
          `5. Đánh giá ${period}, look it over, then Công bố.`,
        ],
      },
      {
        heading: 'Corrections',
        lines: [
          'One unit’s form: unlock it in Theo dõi nộp phiếu while the period is open.',
          `Mở lại ${period} wants a reason; the old result is kept, the new one is a new version.`,
        ],
      },
      {
        heading: 'Long work',
        lines: [
          'Thu phiếu, Đánh giá, Công bố and Lập sổ run on the server: closing the sidebar does not stop them.',
        ],
      },
      {
        heading: 'Registers and the configuration',
        lines: [
          'Gửi biểu đang mở sends the register in front.',
          'Xem trước thay đổi: the configuration’s tabs are a draft; see what the month would look like, then an administrator saves.',
        ],
      },
      {
        heading: 'Ballots and decisions',
        lines: [
          '1. Mở bình chọn after the evaluation; a review is on who caught up with or surpassed an exemplar.',
          '2. Members of the council vote in the summary workbook. For those who are absent: Phiếu bằng văn bản.',
          '3. Kết thúc bình chọn with its minutes, then Ban hành quyết định for those who passed.',
          '4. Decisions and certificates can be kept as documents. A wrong decision is revoked, with a reason.',
        ],
      },
    ],
    summary: [
      {
        heading: 'What is here',
        lines: ['The tabs are what was published. Kết quả của đơn vị and Vì sao? show one unit.'],
      },
      {
        heading: 'Voting',
        lines: [
          'Members of the council choose Thi đua, Bình chọn. A secret vote is final, and nobody learns what it was.',
        ],
      },
    ],
    none: [],
  },
});
