import { createInterface } from 'node:readline/promises';
import { logTo } from '../log.ts';
import { type Order, readOrder } from './arguments.ts';
import { exportCampaign } from './export/export-campaign.ts';
import { forgetPerson } from './forget/forget-person.ts';
import { importCampaign, openExport } from './import/import-campaign.ts';
import { type CommandIo, openSurroundings, type Surroundings } from './surroundings.ts';
import { CommandTrouble } from './trouble.ts';
import { verifyLog } from './verify-log.ts';

/**
 * npm run export, import, verify-log, forget: what engineers do with a whole campaign, beside the functions and by
 * the same stores. Returns the process's exit code. Troubles that people can mend are thrown as CommandTrouble.
 */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  io: CommandIo = terminal,
): Promise<number> {
  const order = readOrder(args);
  logTo((line) => void process.stderr.write(line));
  const exported = order.command === 'import' ? await openExport(order.from) : undefined;
  const campaign = exported?.manifest.campaign ?? order.campaign ?? '';
  if (order.campaign !== undefined && order.campaign !== campaign)
    throw new CommandTrouble(
      `Bản xuất này là của phong trào ${campaign}.`,
      `This export is of the campaign ${campaign}.`,
    );
  const around = await openSurroundings(environment, campaign, io);
  try {
    if (exported && order.command === 'import') {
      const { documents, replayed, workbooks, typed } = await importCampaign(around, exported, order);
      io.say(
        `Xong: ${documents} tài liệu, ${replayed} kết quả giống hệt, ${workbooks} sổ, ${typed} ô đang ghi dở. / ` +
          `Done: ${documents} documents, ${replayed} results the same, ${workbooks} workbooks, ${typed} cells typed and not sent.`,
      );
      return 0;
    }
    return await perform(around, order);
  } finally {
    await around.close();
  }
}

async function perform(around: Surroundings, order: Order): Promise<number> {
  const { io } = around;
  switch (order.command) {
    case 'export': {
      const { documents, digest, files } = await exportCampaign(around, order.to);
      const count = Object.keys(files).length;
      io.say(
        `Xong: ${order.to}, ${documents} tài liệu, ${count} tệp. / Done: ${documents} documents, ${count} files.`,
      );
      io.say(`sha256 ${digest}`);
      return 0;
    }
    case 'verify-log':
      return (await verifyLog(around, { writtenDown: order.head, seal: order.seal })) ? 0 : 1;
    case 'forget': {
      const done = await forgetPerson(around, order);
      if (done === undefined) io.say('Không xóa gì. / Nothing was removed.');
      else if (!order.dryRun)
        io.say(
          `Đã xóa khỏi ${done.documents} tài liệu và ${done.cells} ô. / Removed from ${done.documents} documents and ${done.cells} cells.`,
        );
      return done === undefined ? 1 : 0;
    }
    case 'import':
      return 1;
  }
}

const terminal: CommandIo = {
  say: (line) => void process.stdout.write(`${line}\n`),
  async ask(question) {
    if (!process.stdin.isTTY) return undefined;
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
};
