import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Trouble } from './trouble.ts';

export interface StartArguments {
  /** Ends with the printed result instead of staying open. */
  readonly once: boolean;
  /** Forgets what the folder holds. */
  readonly fresh: boolean;
  readonly help: boolean;
  readonly data: string;
  /** The folder of a campaign of one's own; without it the sample is opened. */
  readonly campaign: string | undefined;
  readonly port: number;
}

const DEFAULT_PORT = 8711;

/** @throws Trouble that names the argument it does not know. */
export function readStartArguments(args: readonly string[]): StartArguments {
  const { values } = parse(args);
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1024 || port > 65_533)
    throw new Trouble('--port cần một số từ 1024 đến 65533.', '--port takes a number from 1024 to 65533.');
  return {
    once: values.once ?? false,
    fresh: values.fresh ?? false,
    help: values.help ?? false,
    data: values.data ?? dataFolderOf(values.campaign),
    campaign: values.campaign,
    port,
  };
}

/** One office for each campaign. */
const dataFolderOf = (campaign: string | undefined): string =>
  campaign === undefined ? '.office' : `.office-${basename(resolve(campaign))}`;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        data: { type: 'string' },
        campaign: { type: 'string' },
        port: { type: 'string' },
      },
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new Trouble(
      `Không hiểu tham số; xem npm start -- --help (${detail}).`,
      `Unknown argument; see npm start -- --help.`,
    );
  }
}

export const START_HELP = `npm start [-- --campaign DIR] [--once] [--fresh] [--data DIR] [--port N]

  --campaign  thư mục cấu hình một phong trào khác (docs/campaign.md) / the folder of another campaign
  --once      chạy xong, in kết quả rồi thoát / print the result and exit
  --fresh     bỏ dữ liệu cũ, làm lại từ đầu / forget the kept data, start over
  --data      thư mục dữ liệu, mặc định .office / data folder
  --port      cổng đầu tiên, mặc định ${DEFAULT_PORT}; dùng ba cổng / first of three ports
`;
