import { parseArgs } from 'node:util';
import { CommandTrouble } from './trouble.ts';

export type Order =
  | { readonly command: 'export'; readonly campaign: string; readonly to: string }
  | {
      readonly command: 'import';
      /** Only this one, if it is given: an export says itself whose it is. */
      readonly campaign: string | undefined;
      readonly from: string;
      readonly replace: boolean;
      readonly keepWorkbooks: boolean;
      readonly withoutSheets: boolean;
    }
  | {
      readonly command: 'verify-log';
      readonly campaign: string;
      readonly head: string | undefined;
      readonly seal: boolean;
    }
  | {
      readonly command: 'forget';
      readonly campaign: string;
      readonly person: string;
      readonly dryRun: boolean;
      readonly yes: boolean;
      readonly alsoDecisions: boolean;
    };

const USAGE = `npm run export -- --campaign MÃ --to THƯ_MỤC
npm run import -- --from THƯ_MỤC [--campaign MÃ] [--replace] [--keep-workbooks] [--without-sheets]
npm run verify-log -- --campaign MÃ [--head DẤU] [--seal]
npm run forget -- --campaign MÃ --person "ĐỊA CHỈ, HỌ TÊN HOẶC MÃ" [--dry-run] [--yes] [--also-decisions]
docs/backup.md, docs/privacy.md`;

/** @throws CommandTrouble with what can be asked for */
export function readOrder(args: readonly string[]): Order {
  const [command, ...rest] = args;
  const given = parse(rest);
  const text = (name: 'campaign' | 'to' | 'from' | 'person' | 'head') => given?.[name]?.trim() || undefined;
  const campaign = text('campaign');
  if (given !== undefined)
    switch (command) {
      case 'export': {
        const to = text('to');
        if (campaign && to) return { command, campaign, to };
        break;
      }
      case 'import': {
        const from = text('from');
        const { replace = false, 'keep-workbooks': keepWorkbooks = false } = given;
        const withoutSheets = given['without-sheets'] ?? false;
        if (from) return { command, campaign, from, replace, keepWorkbooks, withoutSheets };
        break;
      }
      case 'verify-log':
        if (campaign) return { command, campaign, head: text('head'), seal: given.seal ?? false };
        break;
      case 'forget': {
        const person = text('person');
        const { yes = false, 'dry-run': dryRun = false, 'also-decisions': alsoDecisions = false } = given;
        if (campaign && person) return { command, campaign, person, dryRun, yes, alsoDecisions };
        break;
      }
    }
  throw new CommandTrouble('Chưa hiểu lệnh', `this was not understood\n${USAGE}`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        campaign: { type: 'string' },
        to: { type: 'string' },
        from: { type: 'string' },
        person: { type: 'string' },
        head: { type: 'string' },
        replace: { type: 'boolean' },
        seal: { type: 'boolean' },
        yes: { type: 'boolean' },
        'keep-workbooks': { type: 'boolean' },
        'without-sheets': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        'also-decisions': { type: 'boolean' },
      },
    }).values;
  } catch {
    return undefined;
  }
}
