import {
  type CampaignFiles,
  parseCampaignFiles,
} from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type { Issue } from '../../functions/src/domain/issue.ts';

/** A campaign with one of everything that can be wrong, and nothing wrong. */
export const SMALL: CampaignFiles = {
  'campaign.json': `{
  "campaign": { "code": "TD-2024", "name_vi": "Thi đua 2024" },
  "calendar": { "from": "2024-01-01", "to": "2024-12-31" },
  "tracks": [
    {
      "code": "A", "name_vi": "Khối A",
      "legs": [{ "code": "C1", "name_vi": "Chân 1" }],
      "prongs": [{ "code": "M1", "name_vi": "Mũi 1", "max": 30 }, { "code": "M2", "name_vi": "Mũi 2", "max": 20 }]
    },
    { "code": "B", "name_vi": "Khối B", "groups": [{ "code": "G", "name_vi": "Nhóm", "max": 10 }] }
  ],
  "breakthroughs": [{ "code": "DP1", "name_vi": "Đột phá 1" }],
  "settings": [
    {
      "totals": { "bonus_cap": 10, "deduction_floor": -10 },
      "grades": [
        { "code": "XS", "name_vi": "Xuất sắc", "min": 90 },
        { "code": "TOT", "name_vi": "Tốt", "min": 70 },
        { "code": "KHT", "name_vi": "Không hoàn thành" }
      ],
      "gates": [{ "code": "G1", "name_vi": "Vi phạm", "cap_grade": "TOT" }],
      "quotas": [{ "grade": "XS", "ratio": 0.2, "of": ["XS", "TOT"] }],
      "ranking": { "tie_breaks": ["base", "deduction_count"] },
      "recognitions": [{ "code": "BD", "name_vi": "Biểu dương", "first": 1, "least_grade": "TOT" }]
    },
    {
      "track": "A", "valid_from": "2024-07-01",
      "ranking": { "tie_breaks": ["prong:M2", "value:A2"] }
    }
  ]
}
`,
  'criteria.csv': `track,code,name_vi,prong,leg,breakthrough,group,method,parameters,max_points,gate,coefficient
A,A1,Chấm điểm,M1,C1,DP1,,DIRECT,step=0.5,10,,2
A,A2,Tỷ lệ,M1,,,,PCT_TARGET,target=100,10,,
A,A3,Theo mức,M2,,,,TIERED,>=90: 20; >=50: 10; else 0,20,,
A,A4,Trừ,,,,,DEDUCTION,each=-1,-5,G1,
B,B1,Có hay không,,,,G,YESNO,na_when=loai:nhỏ,10,,
`,
  'units.csv': `unit_id,name,track,cluster,valid_from,valid_to,successor,loai
U1,Đơn vị 1,A,Cụm 1,,,,lớn
U2,Đơn vị 2,A,Cụm 1,,2024-06-30,U1,nhỏ
U3,Đơn vị 3,B,Cụm 2,,,,nhỏ
`,
  'targets.csv': 'unit_id,criterion,target\nU1,A2,95\nU2,A2,90.5\n',
  'members.csv': 'email,roles,unit_ids\nAn@Example.org,unit_editor,U1;U2\nbinh@example.org,officer;leader,\n',
};

/** The files with one text replaced in one of them; refuses to replace nothing. */
export function edited(
  files: CampaignFiles,
  ...edits: readonly (readonly [file: string, from: string, to: string])[]
): CampaignFiles {
  const result = { ...files };
  for (const [file, from, to] of edits) {
    if (!result[file]!.includes(from)) throw new RangeError(`${file} does not contain ${from}`);
    result[file] = result[file]!.replace(from, to);
  }
  return result;
}

export function without(files: CampaignFiles, file: string): CampaignFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== file));
}

export function issuesIn(files: CampaignFiles): readonly Issue[] {
  const parsed = parseCampaignFiles(files);
  return parsed.ok ? [] : parsed.issues;
}
