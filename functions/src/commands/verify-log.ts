import { type ChainFault, verifyChain } from '../domain/log-chain/verify-chain.ts';
import { sealLog } from '../usecases/log/seal-log.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Holds the whole log against its seals and prints what it found. `writtenDown`: the hash of a seal that somebody
 * kept elsewhere. Returns whether all is whole.
 */
export async function verifyLog(
  { store, io }: Surroundings,
  { writtenDown, seal = false }: { readonly writtenDown?: string | undefined; readonly seal?: boolean },
): Promise<boolean> {
  if (seal) await sealLog(store, () => 1);
  const report = verifyChain(await store.logChain(), writtenDown);
  for (const fault of report.faults) io.say(`✗ ${sayFault(fault)}`);
  const { entries, seals, waiting, removed, head, faults } = report;
  io.say(
    `${entries} việc, ${seals} dấu niêm phong, ${waiting} việc chưa niêm phong, ${removed} việc đã xóa tên người làm. / ` +
      `${entries} entries, ${seals} seals, ${waiting} not sealed yet, ${removed} with a person removed.`,
  );
  if (head) io.say(`Dấu mới nhất / newest seal: ${head.number} ${head.hash}`);
  const whole = faults.length === 0;
  io.say(
    whole
      ? '✓ Nhật ký còn nguyên. / The log is whole.'
      : '✗ Nhật ký không còn nguyên. / The log is not whole.',
  );
  return whole;
}

function sayFault(fault: ChainFault): string {
  switch (fault.fault) {
    case 'entry_altered':
      return `việc ${fault.entry} (dấu số ${fault.seal}) đã bị sửa / entry ${fault.entry} (seal ${fault.seal}) was altered`;
    case 'entry_missing':
      return `việc ${fault.entry} (dấu số ${fault.seal}) không còn / entry ${fault.entry} (seal ${fault.seal}) is missing`;
    case 'entry_doubled':
      return `việc ${fault.entry} được niêm phong lần nữa ở dấu số ${fault.seal} / entry ${fault.entry} is sealed once more, in seal ${fault.seal}`;
    case 'entry_slipped_in':
      return `việc ${fault.entry} không thuộc dấu nào: được thêm vào về sau / entry ${fault.entry} is in no seal: it was slipped in`;
    case 'entry_waiting_again':
      return `việc ${fault.entry} đã ở dấu số ${fault.seal} mà lại chờ niêm phong / entry ${fault.entry} is in seal ${fault.seal} and waits for another`;
    case 'entry_unreadable':
      return `việc ${fault.entry} không đọc được / entry ${fault.entry} cannot be read`;
    case 'seal_altered':
      return `dấu ${fault.seal} đã bị sửa / seal ${fault.seal} was altered`;
    case 'seal_missing':
      return `dấu số ${fault.seal} không còn / seal ${fault.seal} is missing`;
    case 'seal_not_following':
      return `dấu số ${fault.seal} không nối tiếp dấu trước: một trong hai đã bị sửa / seal ${fault.seal} does not follow from the one before: one of the two was altered`;
    case 'head_unknown':
      return `không có dấu nào là ${fault.hash} / no seal is ${fault.hash}`;
  }
}
