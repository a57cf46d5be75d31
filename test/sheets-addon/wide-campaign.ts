import { campaignFiles } from '../http/small-campaign.ts';

/** The small campaign with criteria of points, one held against a target of the unit's own, and one in words. */
export function wideCampaign(code: string, ofPoints = 10): Record<string, string> {
  const points = Array.from(
    { length: ofPoints },
    (_, i) => `XA,C${i + 1},Tiêu chí ${i + 1},DIRECT,step=0.5,10,,,`,
  );
  return {
    ...campaignFiles(code),
    'criteria.csv': [
      'track,code,name,method,parameters,max_points,measure,na,required',
      ...points,
      'XA,T1,Tỷ lệ giải quyết đúng hạn,PCT_TARGET,,10,%,,',
      'XA,T2,Ghi nhận khác,INFO,answer=text,0,,,',
      '',
    ].join('\n'),
  };
}

/** A right answer to each of its criteria, in the order of its rows: target, answer, note. */
export const rightAnswers = (ofPoints: number): readonly (readonly (string | number)[])[] => [
  ...Array.from({ length: ofPoints }, (_, i): (string | number)[] => ['', i % 2 === 0 ? 8 : '7,5', '']),
  [95, 90, 'Theo báo cáo quý'],
  ['', 'Không có', ''],
];
export const RIGHT = rightAnswers(10);
