import { registerOf } from '../domain/register/registers.ts';

/** Which row an entry of the log is about: its tab and its code, "Đăng ký DK-7K3Q9F"; undefined where it is about none. */
export function showRegisterRow({
  register,
  code,
}: Readonly<Record<string, string | number>>): string | undefined {
  if (register === undefined || code === undefined) return undefined;
  return `${registerOf(String(register))?.tab ?? register} ${code}`;
}
