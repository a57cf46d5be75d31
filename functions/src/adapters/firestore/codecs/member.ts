import { z } from 'zod';
import type { Member } from '../../../ports/member.ts';
import { text } from './fields.ts';

export const memberCodec: z.ZodType<Member> = z.strictObject({
  email: text,
  roles: z.array(z.enum(['unit_editor', 'officer', 'council_member', 'leader', 'admin'])),
  unitIds: z.array(text),
});
