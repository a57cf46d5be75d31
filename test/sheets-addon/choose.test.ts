import { describe, expect, it } from 'vitest';
import type { ContextPeriod, PeriodState } from '../../sheets-addon/src/backend/answers.ts';
import { parseCall } from '../../sheets-addon/src/call.ts';
import { chooseForm } from '../../sheets-addon/src/choose-form.ts';
import {
  choosePeriod,
  explainNoForm,
  explainWhyNot,
  type PeriodUse,
} from '../../sheets-addon/src/choose-period.ts';
import type { Tab } from '../../sheets-addon/src/desk.ts';
import { menuOf, parseWorkbook } from '../../sheets-addon/src/menus.ts';
import { helpIn } from '../../sheets-addon/src/sidebar/help.ts';
import { inPeriods } from '../../sheets-addon/src/words/in-periods.ts';
import { wordsOf } from './words-of.ts';

const vi = wordsOf('vi');

describe('the period that an item is for', () => {
  const year = periods('published', 'evaluated', 'closed', 'closed', 'open', 'open');
  const chosen = (use: PeriodUse, asked?: string) => {
    const choice = choosePeriod(use, year, asked);
    return 'period' in choice ? choice.period.period : undefined;
  };

  it('is the oldest that can be, so that months are done one after the other', () => {
    expect([chosen('collect'), chosen('close')]).toEqual(['2024-05', '2024-05']);
    expect([chosen('evaluate'), chosen('publish')]).toEqual(['2024-03', '2024-02']);
  });

  it('is the newest for looking and for reopening', () => {
    expect([chosen('tracking'), chosen('reopen')]).toEqual(['2024-06', '2024-04']);
  });

  it('is the one that was asked for, unless that makes no sense any more', () => {
    expect([chosen('close', '2024-06'), chosen('close', '2024-01')]).toEqual(['2024-06', undefined]);
  });

  it('comes with the others that would do', () => {
    const choice = choosePeriod('evaluate', year, undefined);
    expect('others' in choice && choice.others.map(({ period }) => period)).toEqual(['2024-04']);
  });

  it.each<[PeriodUse, PeriodState | undefined, string]>([
    ['evaluate', undefined, 'Chưa mở kỳ nào. Hãy chọn Mở kỳ tiếp theo.'],
    ['evaluate', 'open', 'Tháng 01/2024 đang mở nhận phiếu. Hãy Chốt tháng, rồi mới đánh giá.'],
    ['publish', 'open', 'Tháng 01/2024 đang mở nhận phiếu. Hãy Chốt tháng, Đánh giá tháng, rồi mới công bố.'],
    ['reopen', 'open', 'Tháng 01/2024 đang mở nhận phiếu nên không cần mở lại.'],
    ['publish', 'closed', 'Tháng 01/2024 đã chốt mà chưa đánh giá. Hãy Đánh giá tháng, rồi mới công bố.'],
    [
      'close',
      'closed',
      'Tháng 01/2024 đã chốt. Bước tiếp theo: Thẩm định, Đánh giá tháng; muốn nhận thêm phiếu, hãy chọn Mở lại tháng.',
    ],
    [
      'evaluate',
      'evaluated',
      'Tháng 01/2024 đã đánh giá. Bước tiếp theo: Công bố; muốn sửa, hãy chọn Mở lại tháng.',
    ],
    ['publish', 'published', 'Tháng 01/2024 đã công bố ngày 10/02/2024; muốn sửa, hãy chọn Mở lại tháng.'],
  ])('or why there is none: %s of a month that is %s', (use, state, sentence) => {
    const choice = choosePeriod(use, state ? periods(state) : [], undefined);
    expect('nearest' in choice && explainWhyNot(use, choice.nearest, vi, '10/02/2024')).toBe(sentence);
  });
});

describe('a unit without a form to fill', () => {
  it('is told which month is over, or that the form is missing', () => {
    expect(explainNoForm(undefined, vi)).toMatch(/^Sổ này chưa có phiếu/);
    expect(explainNoForm([], vi)).toMatch(/^Sổ này chưa có phiếu/);
    expect(explainNoForm(periods('published', 'open'), vi)).toMatch(/^Sổ này chưa có phiếu/);
    expect(explainNoForm(periods('published', 'closed'), vi)).toMatch(
      /^Tháng 02\/2024 đã chốt, đang thẩm định nên phiếu không nhận nữa\. Muốn sửa/,
    );
  });
});

describe('the form that a person means', () => {
  const march = tab('form:2024-03', 3);
  const april = tab('form:2024-04', 4);
  const result = tab('result', 9);
  const open = periods('published', 'published', 'closed', 'open');
  const both = open.map((period) => ({ ...period, state: 'open' as const }));
  const idOf = (key: string) => Number(key.slice(-2));
  const chosen = (tabs: Tab[], known: readonly ContextPeriod[] | undefined, asked?: string) => {
    const choice = chooseForm(tabs, known, asked, idOf);
    if ('form' in choice) return [choice.form.tab.sheetId, choice.form.copy?.sheetId];
    return 'several' in choice ? choice.several.map(({ period }) => period) : 'none';
  };

  it('is the one in front, open or not', () => {
    expect(chosen([active(march), april], both)).toEqual([3, undefined]);
    expect(chosen([active(march), april], open)).toEqual([3, undefined]);
  });

  it('is else the only one of an open period', () => {
    expect(chosen([march, april, active(result)], open)).toEqual([4, undefined]);
    expect(chosen([march, april, active(result)], both)).toEqual(['2024-03', '2024-04']);
    expect(chosen([march, active(result)], open)).toBe('none');
    expect(chosen([], open)).toBe('none');
  });

  it('is the newest while the server is away', () => {
    expect(chosen([april, march, active(result)], undefined)).toEqual([4, undefined]);
  });

  it('is the one asked for', () => {
    expect(chosen([active(march), april], both, '2024-04')).toEqual([4, undefined]);
  });

  it('is never a copy of it: that is told', () => {
    const copy = { ...march, sheetId: 77, name: 'Bản sao' };
    expect(chosen([active(copy), march], both)).toEqual([3, 77]);
    expect(chosen([march, active(copy)], both)).toEqual([3, 77]);
  });
});

describe('the menu', () => {
  const labels = (value: string | undefined) =>
    menuOf(parseWorkbook(value)?.kind, parseWorkbook(value)?.periods).map((entry) => {
      if (entry === 'separator') return '—';
      return 'items' in entry
        ? `${entry.label} ▸ ${entry.items.map(({ label }) => label).join(', ')}`
        : entry.label;
    });

  it.each([
    ['office;week', 'tuần'],
    ['office;quarter', 'quý'],
    ['office;year', 'năm'],
    ['office;round', 'đợt'],
    ['office;fortnight', 'tháng'],
    ['office', 'tháng'],
  ])('calls its items after the campaign’s periods, and so do sentences and the help: %s', (value, word) => {
    const { periods } = parseWorkbook(value)!;
    expect(labels(value).filter((label) => /^(Chốt|Đánh giá|Mở lại) /.test(label))).toEqual([
      `Chốt ${word}`,
      `Đánh giá ${word}`,
      `Mở lại ${word}`,
    ]);
    const words = inPeriods(wordsOf('vi'), periods);
    expect(words.titles.reopen).toBe(`Mở lại ${word}`);
    expect(words.whyNot.open.publish('Tuần 37/2026')).toBe(
      `Tuần 37/2026 đang mở nhận phiếu. Hãy Chốt ${word}, Đánh giá ${word}, rồi mới công bố.`,
    );
    expect(JSON.stringify(helpIn('vi', word))).toContain(`Đánh giá ${word}, xem lại`);
    expect(words.titles.check).toBe('Kiểm tra phiếu');
  });

  it('is that of the workbook', () => {
    expect(labels('unit:X29110')).toEqual([
      'Kiểm tra phiếu',
      'Nộp phiếu',
      'Mở lại phiếu để sửa',
      '—',
      'Gửi sổ đang mở',
      '—',
      'Kết quả của đơn vị',
      'Vì sao?',
      '—',
      'Trợ giúp',
    ]);
    expect(labels('office')).toEqual([
      'Theo dõi nộp phiếu',
      'Thu phiếu',
      'Thẩm định',
      '—',
      'Mở kỳ tiếp theo',
      'Chốt tháng',
      'Đánh giá tháng',
      'Công bố',
      'Mở lại tháng',
      '—',
      'Gửi biểu đang mở',
      'Xem trước thay đổi',
      'Bình chọn, bình xét ▸ Bình chọn, Mở bình chọn, Phiếu bằng văn bản, Kết thúc bình chọn',
      'Quyết định ▸ Ban hành quyết định, Thu hồi quyết định, Tải quyết định, giấy chứng nhận',
      'Nhắc việc',
      '—',
      'Lập, cập nhật các sổ',
      'Vận hành',
      'Nhật ký',
      '—',
      'Trợ giúp',
    ]);
    expect(labels('summary')).toEqual(['Bình chọn', '—', 'Kết quả của đơn vị', 'Vì sao?', '—', 'Trợ giúp']);
    expect(labels(undefined)).toEqual(['Trợ giúp']);
    expect(labels('unit:')).toEqual(['Trợ giúp']);
  });

  it('has no item without an English title', () => {
    const en = wordsOf('en');
    expect(Object.keys(en.titles)).toEqual(Object.keys(vi.titles));
    for (const [key, title] of Object.entries(en.titles))
      expect([key, title]).not.toEqual([key, vi.titles[key as keyof typeof vi.titles]]);
  });
});

describe('what comes from the sidebar', () => {
  it('is taken as it is', () => {
    const call = { do: 'submit-now', with: { period: '2024-03' } };
    expect(parseCall(JSON.stringify({ call, language: 'vi' }))).toEqual({ call, language: 'vi' });
    expect(parseCall('{"call":{"do":"check"},"language":"en"}')?.call).toEqual({ do: 'check', with: {} });
    const paper = {
      do: 'vote-now',
      with: { ballot: 'BC-1', 'vote.praise-X29110': 'nay', 'field.HT-7K.3_q': 'NN' },
    };
    expect(parseCall(JSON.stringify({ call: paper, language: 'vi' }))?.call).toEqual(paper);
  });

  it.each([
    'x',
    'null',
    '[]',
    '{}',
    '{"call":{"do":"constructor"},"language":"vi"}',
    '{"call":{"do":"check"}}',
    '{"call":{"do":"check","with":[]},"language":"vi"}',
    '{"call":{"do":"check","with":{"period":1}},"language":"vi"}',
    '{"call":{"do":"check","with":{"__proto__x":"1"}},"language":"vi"}',
    '{"call":{"do":"vote-now","with":{"vote.":"yes"}},"language":"vi"}',
    '{"call":{"do":"vote-now","with":{"vote.a/b":"yes"}},"language":"vi"}',
    '{"call":{"do":"vote-now","with":{"ballot.a":"yes"}},"language":"vi"}',
  ])('is refused otherwise: %s', (json) => {
    expect(parseCall(json)).toBeUndefined();
  });
});

function periods(...states: PeriodState[]): ContextPeriod[] {
  return states.map((state, i) => ({
    period: `2024-0${i + 1}`,
    name: `Tháng 0${i + 1}/2024`,
    state,
    deadlineAt: '2024-12-31T16:59:59.999Z',
    resultVersion: 0,
    publishedVersion: 0,
  }));
}

function tab(key: string, sheetId: number): Tab {
  const closed = (): never => {
    throw new Error('nobody looks into it');
  };
  return {
    key,
    sheetId,
    name: key,
    isActive: false,
    filledFor: closed,
    read: closed,
    merged: closed,
    writeDown: closed,
    look: closed,
  };
}

function active(tab: Tab): Tab {
  return { ...tab, isActive: true };
}
